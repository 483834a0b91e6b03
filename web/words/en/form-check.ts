export const formCheck = {
  title: 'Check the form',
  lead: 'Choose a .docx to see which parts of its form follow Decree 30/2020/NĐ-CP (of a Party document: the guides of its Central Office) and which depart. The document is looked at and not kept. Do not upload secrets.',
  choose: 'Choose a .docx',
  rules: (name: string) => `By ${name}`,
  digest: 'The text of this guide was not at hand; the rules follow a digest of it.',
  allRight: 'Nothing departs from the form.',
  faults: (count: string) => `${count} departures`,
  times: (count: string) => `${count} times`,
  boxes: 'Box by box of the diagram',
  box: (number: string) => `Box ${number}`,
};
