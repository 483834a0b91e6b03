import { z } from 'zod';
import { SectionContent } from '../../../src/registry/section-content.ts';
import { keptHere } from '../kept-here.ts';

const KeptText = z.object({ content: SectionContent, version: z.int() });

export const { readKept, keep, forget } = keptHere('text', KeptText);
