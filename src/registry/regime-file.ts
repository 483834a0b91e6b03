import { z } from 'zod';
import { EvidenceKind } from './evidence.ts';
import { Named } from './named.ts';

/** Biểu mẫu, hướng dẫn of a regime as files, as people take them away: what Điều 8 of NĐ 09/2019/NĐ-CP wants stated beside its fields. */

export const RegimeFilePart = z.enum(['form', 'guide']);
export type RegimeFilePart = z.infer<typeof RegimeFilePart>;

/** What is written on: pictures and plain text are neither forms nor guides. */
export const regimeFileKinds: readonly EvidenceKind[] = ['docx', 'xlsx', 'pdf', 'doc', 'xls', 'odt', 'rtf'];
export const regimeFileLimits = { bytes: 10_000_000, inForce: 20 };

export const RegimeFile = z.object({
  id: z.uuid(),
  part: RegimeFilePart,
  name: z.string(),
  kind: EvidenceKind,
  size: z.int(),
  added: z.object({ at: z.iso.datetime(), by: Named }),
  /** Null: it is the one that counts. */
  ended: z.object({ at: z.iso.datetime(), by: Named }).nullable(),
  /** In whose place it came. */
  replaces: z.uuid().nullable(),
});
export type RegimeFile = z.infer<typeof RegimeFile>;

/** As whoever reports finds it: whether it came, or was replaced, while the round was open already. */
export const RoundFile = RegimeFile.extend({ sinceOpening: z.boolean() });
export type RoundFile = z.infer<typeof RoundFile>;
