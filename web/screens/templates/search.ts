import { z } from 'zod';
import { TemplateKind } from '../../../src/values/template.ts';

/** Which kind of document is looked at. */
export const TemplateSearch = z.object({ loai: TemplateKind.optional() });
