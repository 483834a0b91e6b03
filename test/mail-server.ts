import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { from: string; to: string[]; raw: string; subject: string; secure: boolean };
export type MailBox = {
  url: string;
  received: Received[];
  refuse: (reason: string | undefined) => void;
  /** 'refused': nobody listens. 'cut': the line breaks while a letter is sent. 'silent': it is taken, and the line breaks before that is said. */
  fail: (how: 'refused' | 'cut' | 'silent' | undefined) => Promise<void>;
  close: () => Promise<void>;
};

/** A real SMTP server with TLS (STARTTLS, its own certificate) and one account. */
export async function startMailServer(): Promise<MailBox> {
  const received: Received[] = [];
  let refusal: string | undefined;
  let failing: 'refused' | 'cut' | 'silent' | undefined;
  const lines = new Set<Socket>();
  const cutLines = () => {
    for (const line of lines) line.destroy();
  };
  const server = new SMTPServer({
    authOptional: false,
    onAuth: ({ username, password }, _, done) =>
      username === 'tien-do' && password === 'thu-gui'
        ? done(null, { user: username })
        : done(new Error('no such account')),
    onRcptTo: (_, __, done) =>
      refusal === undefined ? done() : done(Object.assign(new Error(refusal), { responseCode: 451 })),
    onData: (stream, session, done) => {
      if (failing === 'cut') return cutLines();
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw,
          subject: subjectOf(raw),
          secure: session.secure,
        });
        if (failing === 'silent') cutLines();
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  server.server.on('connection', (line: Socket) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
  return {
    url: `smtp://tien-do:thu-gui@127.0.0.1:${port}?tls.rejectUnauthorized=false`,
    received,
    refuse: (reason) => {
      refusal = reason;
    },
    fail: async (how) => {
      const listens = failing !== 'refused';
      failing = how;
      if (listens === (how !== 'refused')) return;
      const settled = once(server.server, listens ? 'close' : 'listening');
      if (listens) {
        server.server.close();
        cutLines();
      } else server.server.listen(port, '127.0.0.1');
      await settled;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The subject as a person reads it: RFC 2047 undone. */
function subjectOf(raw: string): string {
  const line = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1] ?? '';
  const words = line.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/\r\n[ \t]/g, ' ');
  return words.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
    way.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replaceAll('_', ' ')),
  );
}

const quoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** The parts of a letter by their kind, as text. */
export function partsOf({ raw }: Received): { plain: string; html: string } {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const of = (kind: string): string => {
    const part = raw.split(`--${boundary}`).find((one) => one.includes(`Content-Type: ${kind}`)) ?? '';
    const [head = '', ...body] = part.split('\r\n\r\n');
    const text = body.join('\r\n\r\n');
    return /base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : quoted(text);
  };
  return { plain: of('text/plain'), html: of('text/html') };
}
