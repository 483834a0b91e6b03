import { useMay } from '../../parts/session.ts';
import { useWords } from '../../words/words.ts';
import { sections } from '../administration/sections.ts';

/** Every page that a person can go to, by its name. */
export function usePlaces(): { to: string; name: string }[] {
  const words = useWords();
  const may = useMay();
  const { frame } = words;
  return [
    { to: '/viec-cua-toi', name: frame.myWork },
    { to: '/tong-quan', name: frame.overview },
    { to: '/chi-tieu', name: frame.targets },
    { to: '/chi-tieu/danh-muc', name: words.search.kinds.indicator },
    { to: '/nhiem-vu', name: frame.tasks },
    { to: '/theo-doi', name: frame.duties },
    { to: '/dot-bao-cao', name: frame.reports },
    { to: '/van-ban', name: frame.documents },
    ...(may('makeDocuments') ? [{ to: '/soan-ke-hoach', name: frame.planDrafts }] : []),
    { to: '/doi-chieu', name: frame.alignment },
    { to: '/don-vi', name: frame.agencies },
    { to: '/thong-bao', name: words.notices.title },
    ...sections
      .filter(({ verbs }) => verbs.some(may))
      .map(({ to, name }) => ({ to, name: words.administration.sections[name] })),
    { to: '/tai-khoan', name: words.account.title },
  ];
}
