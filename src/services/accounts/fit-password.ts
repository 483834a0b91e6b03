import { type PasswordFault, passwordFault, type Whose } from '../../registry/password-rules.ts';

let listed: Promise<ReadonlySet<string>> | undefined;

/** What was found in breaches most often, some fifty thousand; read when the first password is chosen. Nobody outside is asked. */
const listedPasswords = (): Promise<ReadonlySet<string>> => {
  listed ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return listed;
};

export const faultOfPassword = async (password: string, whose: Whose): Promise<PasswordFault | undefined> =>
  passwordFault(password, whose, await listedPasswords());
