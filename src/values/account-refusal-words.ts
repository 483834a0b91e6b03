import type { Language } from './format.ts';
import type { RefusalCode } from './refusal.ts';

type Detail = Record<string, string | number>;
type Sentences = Record<Extract<RefusalCode, 'accountReviewUnfinished' | 'workInHand'>, (detail: Detail) => string>;

/** What stands against a step of a review of accounts. */
export const accountRefusals: Record<Language, Sentences> = {
  vi: {
    accountReviewUnfinished: ({ count }) =>
      `Chưa kết thúc được đợt rà soát vì còn ${count ?? 'một số'} tài khoản chưa quyết định. Hãy quyết định từng tài khoản còn lại rồi kết thúc.`,
    workInHand: ({ name }) =>
      `Chưa gỡ được vai trò vì ${name ?? 'người này'} còn việc hoặc bản nháp đang làm dở. Hãy bàn giao ở trang Người dùng, mục “Nghỉ, chuyển công tác”, hoặc giao việc cho người khác trước.`,
  },
  en: {
    accountReviewUnfinished: ({ count }) =>
      `The review cannot be closed yet: ${count ?? 'some'} accounts have not been decided on. Decide on those that are left, then close it.`,
    workInHand: ({ name }) =>
      `The posts cannot be ended yet: ${name ?? 'this person'} still has open work or drafts. Hand them over on the page of users (“Leaving”), or name others in charge first.`,
  },
};

/** Why a password was not taken; registry/password-rules.ts. */
export const passwordFaultWords: Record<Language, Record<string, string>> = {
  vi: {
    tooShort: 'quá ngắn: cần ít nhất 14 ký tự, hoặc 8 ký tự khi đã bật xác thực hai lớp',
    tooLong: 'dài quá 200 ký tự',
    fewKinds: 'cần có đủ chữ thường, chữ hoa, chữ số và ký tự khác',
    namesPerson: 'chứa họ tên hoặc thư điện tử của bạn',
    common:
      'là một từ hay mật khẩu ai cũng đoán được, chỉ thêm chữ số và dấu; hãy ghép vài từ không liên quan với nhau',
    usedBefore: 'là một mật khẩu bạn đã dùng',
  },
  en: {
    tooShort: 'it is too short: it needs 14 characters, or 8 beside a second factor',
    tooLong: 'it is longer than 200 characters',
    fewKinds: 'it needs small letters, capitals, digits and another sign',
    namesPerson: 'it contains your name or e-mail',
    common:
      'it is a word or a password that is guessed first, with digits and signs added; put a few words together that have nothing to do with one another',
    usedBefore: 'it is one you have used before',
  },
};

/** Why nobody is signed in, where it is more than that. */
export const signInWords: Record<Language, Record<string, string>> = {
  vi: {
    wrongPassword: 'Thư điện tử hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
    key: 'Khóa này không được dùng cho việc này. Hãy dùng khóa có phạm vi phù hợp, hoặc đăng nhập và tự làm.',
    wrongCode: 'Mã không đúng hoặc đã được dùng. Hãy đợi mã mới trong ứng dụng xác thực rồi nhập lại.',
    stepEnded: 'Bước đăng nhập này đã hết hạn. Hãy nhập lại thư điện tử và mật khẩu.',
    outside:
      'Đăng nhập một lần không thành công vì câu trả lời của nơi xác thực không hợp lệ. Hãy đăng nhập lại từ đầu.',
    outsideUnknown: 'Nơi xác thực không cho biết tài khoản nào của hệ thống. Hãy liên hệ người quản trị để được mời.',
  },
  en: {
    wrongPassword: 'The e-mail or the password is wrong. Check them and try again.',
    key: 'This key does not open this. Use a key with the right scope, or sign in and do it yourself.',
    wrongCode: 'The code is wrong or was used already. Wait for a new one and try again.',
    stepEnded: 'This step of signing in has ended. Enter your e-mail and password again.',
    outside:
      'Single sign-on failed: the answer of the identity provider is not valid. Sign in once more from the beginning.',
    outsideUnknown:
      'The identity provider named nobody who has an account here. Ask your administrator for an invitation.',
  },
};

export const notAllowedWords: Record<Language, Record<string, string>> = {
  vi: {
    otherSite: 'Yêu cầu đến từ một trang khác nên không được thực hiện. Hãy mở Tiến Độ rồi làm lại ngay trên trang đó.',
    changePassword: 'Bạn cần đổi mật khẩu trước khi làm việc tiếp. Hãy mở trang Tài khoản để đổi.',
    addSecondFactor: 'Vai trò của bạn cần xác thực hai lớp. Hãy bật ở trang Tài khoản rồi làm tiếp.',
    passwordAgain: 'Mật khẩu hiện tại không đúng nên chưa có gì thay đổi. Hãy nhập lại.',
    key: 'Khóa này không được dùng cho việc này. Hãy dùng khóa có phạm vi phù hợp, hoặc đăng nhập và tự làm.',
    wrongCode: 'Mã không đúng hoặc đã được dùng. Hãy đợi mã mới trong ứng dụng xác thực rồi nhập lại.',
    accountLocked: 'Tài khoản đã bị người quản trị khóa. Hãy liên hệ người quản trị để mở lại.',
    beyondReach:
      'Người hoặc đơn vị này không thuộc phạm vi quản trị của bạn nên chưa có gì thay đổi. Hãy nhờ người quản trị của đơn vị đó hoặc của cấp trên.',
    accountUnused: 'Tài khoản đã bị khóa vì lâu ngày không sử dụng. Hãy liên hệ người quản trị để mở lại.',
  },
  en: {
    otherSite: 'The request came from another site and was not carried out. Open Tiến Độ and do it there.',
    changePassword: 'You must change your password before you go on. Open the page of your account to do so.',
    addSecondFactor: 'Your role needs a second factor. Add it on the page of your account and go on then.',
    passwordAgain: 'The present password is wrong, so nothing was changed. Enter it again.',
    key: 'This key does not open this. Use a key with the right scope, or sign in and do it yourself.',
    wrongCode: 'The code is wrong or was used already. Wait for a new one and try again.',
    accountLocked: 'An administrator has locked this account. Ask your administrator to open it.',
    beyondReach:
      'This person or agency is beyond what you administer, so nothing was changed. Ask the administrator of that agency, or of one above it.',
    accountUnused: 'The account was locked because it has not been used for long. Ask your administrator to open it.',
  },
};
