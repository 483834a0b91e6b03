/** The part of word-extractor 1.0.4 that is used; the package has no types of its own. */
declare module 'word-extractor' {
  type WordText = {
    getBody: () => string;
    getFootnotes: () => string;
    getEndnotes: () => string;
    getTextboxes: () => string;
    getHeaders: (options: { includeFooters: boolean }) => string;
    getFooters: () => string;
  };

  export default class WordExtractor {
    extract: (source: Buffer) => Promise<WordText>;
  }
}
