/**
 * The written form of Vietnamese syllables: onset, rime and tone. It says of a word whether it can be Vietnamese at all,
 * which a slip of the pen or of recognition ("hoạcn", "nghĩêp") often cannot.
 */

const onsets = 'ngh ng gh gi qu ch kh nh ph th tr b c d đ g h k l m n p r s t v x'.split(' ');

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uâ uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
  uy uya uych uyên uyêt uynh uyp uyt uyu
  ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu ym yt`.split(/\s+/u),
);
/** What follows "qu", whose u belongs to the onset. */
const afterQu = new Set(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng âp ât âu ây e en eo et ê êch ên ênh êt i in ich it iu o oc ôc ot ơ y ych yên yêt ynh yt'.split(
    ' ',
  ),
);

/** Grave, acute, hook, tilde, dot below. */
const tone = /[\u0300\u0301\u0309\u0303\u0323]/gu;
const stopped = /(?:c|ch|p|t)$/u;

/** True for one written syllable in lower case, whichever of the two places its tone mark stands at. */
export function isSyllable(word: string): boolean {
  const marks = word.normalize('NFD').match(tone) ?? [];
  if (marks.length > 1) return false;
  const letters = word.normalize('NFD').replace(tone, '').normalize('NFC');
  return splits(letters).some(([onset, rime]) => fits(onset, rime, marks[0]));
}

/** "giêng" is gi + êng or g + iêng. */
const splits = (letters: string): [string, string][] => [
  ['', letters],
  ...onsets
    .filter((onset) => letters.startsWith(onset))
    .map((onset): [string, string] => [onset, letters.slice(onset.length)]),
];

function fits(onset: string, rime: string, mark: string | undefined): boolean {
  if (onset === 'gi' && rime === '') return true;
  if (!(onset === 'qu' ? afterQu : rimes).has(rime)) return false;
  if (stopped.test(rime) && mark !== '\u0301' && mark !== '\u0323') return false;
  const front = /^[eêiy]/u.test(rime);
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'c' || onset === 'ng') return !front;
  return onset !== 'g' || !front || /^i/u.test(rime);
}
