/** What is said of envelopes of the document axis. */
export const envelopes = {
  from: (name: string) => (name === '' ? 'Sender not named' : `From ${name}`),
  beside: 'Files that came along',
  notKept: 'not kept: it cannot be opened, so nobody can see whether it is marked as a secret',
  answer: 'Answer with a state of work',
  answerHint:
    'Gives an .edxml envelope that the clerk’s software signs and sends; nothing goes to the document axis from here.',
  status: 'State',
  words: 'A note for the sender',
  reason: 'Reason',
  take: 'Take out the envelope',
};
