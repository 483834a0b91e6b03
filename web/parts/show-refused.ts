import { notifications } from '@mantine/notifications';

/** What happened, why, and what to do takes longer to read than that something was done. */
export const showRefused = (message: string, title?: string): void => {
  notifications.show({ color: 'red', autoClose: 12_000, message, ...(title !== undefined && { title }) });
};
