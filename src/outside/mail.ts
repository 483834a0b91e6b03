import { createTransport } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { observeCall } from './observed-call.ts';

export type Letter = {
  /** The same for every attempt, so that a mailbox may see that two are one. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
};

export type Mailer = {
  send: (letter: Letter) => Promise<void>;
  close: () => void;
};

/** `from` as letters name their sender: `Tiến Độ <tien-do@tinh.vn>`. */
export type MailServer = { url: string; from: string };

export function openMailer({ url, from }: MailServer): Mailer {
  const { hostname } = new URL(url);
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      // The queue of jobs tries again, and waits before it does: a letter whose taking was not told would go out again and again.
      maxRequeues: 0,
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 60_000,
      // Nobody's text may make the server read files or fetch addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    send: async ({ id, to, subject, text, html }) => {
      const letter = {
        messageId: `<${id}@${hostname}>`,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      };
      await observeCall('SMTP', hostname, () => transport.sendMail(letter));
    },
    close: () => transport.close(),
  };
}

/** Greets the server and goes: no account is used and nothing is sent. Gives what is wrong; null where it answers. */
export function greetMailServer(url: string, seconds = 5): Promise<string | null> {
  const milliseconds = seconds * 1000;
  const connection = new SMTPConnection({
    ...parseConnectionUrl(url),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
  });
  return new Promise((resolve) => {
    connection.once('error', (error) => {
      connection.close();
      resolve(error.message);
    });
    connection.connect((error) => {
      if (error) return;
      connection.quit();
      resolve(null);
    });
  });
}
