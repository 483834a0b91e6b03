import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { formatNumber } from '../../../src/values/format.ts';
import { useWording } from '../../words/words.ts';
import styles from './document.module.css';

const arrived = (picture: HTMLImageElement): Promise<unknown> =>
  new Promise((resolve) => {
    if (picture.complete) return resolve(undefined);
    picture.addEventListener('load', resolve, { once: true });
    picture.addEventListener('error', resolve, { once: true });
  });

/** Prints when the pictures of all pages are there: those that were not looked at are fetched only now. */
async function printWhole(onArrival: (arrived: number, all: number) => void): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('img[loading="lazy"]')];
  for (const picture of pictures) picture.loading = 'eager';
  for (const [at, picture] of pictures.entries()) {
    onArrival(at, pictures.length);
    await arrived(picture);
  }
  window.print();
}

export function PrintButton() {
  const { words, language } = useWording();
  const [progress, setProgress] = useState<string>();
  const print = () =>
    void printWhole((done, all) =>
      setProgress(`${formatNumber(done, language)}/${formatNumber(all, language)}`),
    ).finally(() => setProgress(undefined));
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
      disabled={progress !== undefined}
      onClick={print}
      className={styles.wideOnly}
    >
      {words.document.print} {progress}
    </Button>
  );
}
