import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useWording } from '../../words/words.ts';

type Props = {
  /** What is moved. */
  name: string;
  at: number;
  count: number;
  onMove: (by: 1 | -1) => void;
  onDrop: (step: HTMLElement) => void;
};

/** Moves one of a list, or takes it out. */
export function OrderSteps({ name, at, count, onMove, onDrop }: Props) {
  const own = useWording().words.regimes;
  return (
    <>
      <Step label={own.up} name={name} icon={IconArrowUp} spent={at === 0} onClick={() => onMove(-1)} />
      <Step label={own.down} name={name} icon={IconArrowDown} spent={at === count - 1} onClick={() => onMove(1)} />
      <Step label={own.drop} name={name} icon={IconTrash} onClick={onDrop} />
    </>
  );
}

type StepProps = {
  label: string;
  name: string;
  icon: typeof IconTrash;
  spent?: boolean;
  onClick: (step: HTMLElement) => void;
};

/** Spent but not disabled where there is nowhere further to go: a button that is disabled under the hand loses the focus. */
const Step = ({ label, name, icon: Mark, spent = false, onClick }: StepProps) => (
  <Button
    size="compact-sm"
    variant="default"
    aria-label={`${label}: ${name}`}
    aria-disabled={spent}
    data-disabled={spent}
    leftSection={<Mark size={14} aria-hidden />}
    onClick={(event) => !spent && onClick(event.currentTarget)}
  >
    {label}
  </Button>
);
