/**
 * One place for the tone mark where two are in use: "hoà" and "hòa", "uỷ" and "ủy" are the same word.
 * The older place (hòa, ủy) is taken. Closed syllables (hoàn) and "qu" (quý) have only one place. Expects lower-case NFC.
 */
export const placeTone = (text: string): string =>
  text
    .replace(/o([àáảãạèéẻẽẹ])(?!\p{L})/gu, (_, vowel: string) => moveTone('o', vowel))
    .replace(/(?<!q)u([ỳýỷỹỵ])(?!\p{L})/gu, (_, vowel: string) => moveTone('u', vowel));

function moveTone(first: string, second: string): string {
  const [letter = '', tone = ''] = second.normalize('NFD');
  return (first + tone).normalize('NFC') + letter;
}
