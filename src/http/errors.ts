import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Language } from '../values/format.ts';
import { Refusal, type RefusalCode } from '../values/refusal.ts';
import { refusalSentence } from '../values/refusal-words.ts';
import { idHeader, logFailure } from './log.ts';

const statusOf: Record<RefusalCode, number> = {
  notFound: 404,
  notSignedIn: 401,
  notAllowed: 403,
  invalidInput: 400,
  tooManyRequests: 429,
  passwordUnfit: 422,
  linkEnded: 410,
  accountExists: 409,
  handOverMissing: 409,
  postAgencyGone: 409,
  postHeldAlready: 409,
  postDayFaulty: 422,
  lastAdministrator: 409,
  accountReviewUnfinished: 409,
  workInHand: 409,
  secretKeyWrong: 503,
  fileMissing: 400,
  fileEmpty: 422,
  fileTooLarge: 413,
  fileTypeUnknown: 415,
  fileTypeMismatch: 415,
  filePasswordProtected: 422,
  fileBroken: 422,
  fileUnpacksTooLarge: 413,
  fileHasEntities: 422,
  fileEncodingInvalid: 422,
  fileTooManyPages: 422,
  recognitionMissing: 422,
  pdfMissing: 503,
  planWordsUnread: 409,
  stocktakeAhead: 409,
  boundariesUnread: 422,
  templateBroken: 409,
  templateDayPast: 409,
  fileOldWorkbook: 415,
  fileScanned: 422,
  fileFontsUnreadable: 422,
  fileNothingFound: 422,
  fileSecret: 422,
  fileTakesTooLong: 422,
  envelopeFaulty: 422,
  pageNotDrawn: 422,
  importCancelled: 409,
  importInterrupted: 409,
  uploadGone: 404,
  uploadElsewhere: 409,
  uploadUnfinished: 409,
  uploadsTooMany: 422,
  uploadProtocolUnknown: 412,
  changedMeanwhile: 409,
  agencyNamesFaulty: 400,
  groupFaulty: 400,
  notPossibleNow: 409,
  findingBlocked: 409,
  documentBlocked: 409,
  findingsUndecided: 409,
  notNeighbours: 422,
  nothingToUndo: 409,
  issueDayMissing: 409,
  reasonMissing: 409,
  workMoved: 409,
  documentSecret: 409,
  nothingToPublish: 409,
  reorganisationFaulty: 409,
  reorganisationUndecided: 409,
  reorganisationGrown: 409,
  reorganisationOutOfOrder: 409,
  reorganisationRestedOn: 409,
  reorganisationWithoutOrigin: 422,
  dutiesReported: 409,
  dutyReturnIsLate: 409,
  dutyThereAlready: 409,
  officerNotThere: 409,
  agencyNotBelow: 409,
  agencyEnded: 409,
  dutyDueNeeded: 409,
  dutyDueBeyond: 409,
  dutiesNotJoinable: 409,
  draftElsewhere: 409,
  progressClosed: 409,
  progressIncomplete: 422,
  fileHoldsMarkup: 415,
  tooMuchEvidence: 422,
  dueAskedAlready: 409,
  dueAskedLate: 409,
  regimeFaulty: 422,
  regimeNotInForce: 422,
  roundThere: 409,
  roundAsksNobody: 422,
  rowsTooMany: 413,
  rowsRefused: 422,
  mappingFaulty: 422,
  mappingThere: 409,
  requestKeyUsed: 422,
  requestInHand: 409,
  requestDone: 409,
  bodyTooSlow: 408,
  workbookForeign: 422,
  workbookOtherRound: 422,
  formulaFaulty: 422,
  cellsUnexplained: 422,
  correctionAskedAlready: 409,
  figureComputed: 409,
  roundClosed: 409,
  calendarDayFaulty: 422,
  dataFolderInUse: 503,
  databaseUnreachable: 503,
  databaseAway: 503,
  databaseFull: 507,
  filesAway: 503,
  fileInfected: 422,
  fileUnscanned: 503,
  fileDamaged: 503,
  databaseNewer: 503,
  databaseOlder: 503,
  databaseRoleMissing: 503,
  databaseLetters: 503,
  databaseAbsent: 503,
  databaseNotEmpty: 409,
  archiveForeign: 415,
  archiveBroken: 422,
  archiveNewer: 409,
  archiveKeyMissing: 422,
  archiveKeyWrong: 422,
  archiveKeyFaulty: 422,
  secretKeyElse: 409,
  serversRunning: 409,
};

/** Seconds after which it is worth asking again, for a person or a program. */
const comesBackIn: Partial<Record<RefusalCode, number>> = {
  databaseAway: 5,
  databaseFull: 60,
  filesAway: 30,
  fileUnscanned: 60,
  requestInHand: 2,
};

const defect = {
  vi: 'Máy chủ gặp lỗi khi thực hiện yêu cầu. Hãy thử lại; nếu vẫn lỗi, gửi mã yêu cầu này cho người quản trị:',
  en: 'The server failed to carry out the request. Try again; if it fails again, send the id of the request to your administrator:',
};

export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = refusalOf(error);
    logFailure(request, refusal ?? error);
    if (refusal)
      return answerRefusal(reply, refusal, isRefusedByServer(error) ? error.statusCode : statusOf[refusal.code]);
    const { id } = request;
    return sendProblem(reply, 500, 'defect', {}, { vi: `${defect.vi} ${id}`, en: `${defect.en} ${id}` });
  });
}

/** What Fastify itself refuses has a status of its own: 413, 415. */
const isRefusedByServer = (error: FastifyError | Refusal): error is FastifyError & { statusCode: number } =>
  !(error instanceof Refusal) && error.statusCode !== undefined;

export const answerNotFound = (reply: FastifyReply): FastifyReply => answerRefusal(reply, new Refusal('notFound'));

function refusalOf(error: FastifyError | Refusal): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const field = error.validation[0]?.instancePath.slice(1) ?? '';
    return new Refusal('invalidInput', field === '' ? {} : { field });
  }
  // PostgreSQL: a number that no column of it holds. Nothing is kept under it, so nothing can be asked of it.
  if (error.code === '22003') return new Refusal('invalidInput');
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? new Refusal('invalidInput') : undefined;
}

export function answerRefusal(
  reply: FastifyReply,
  { code, detail, faults }: Refusal,
  status = statusOf[code],
): FastifyReply {
  const seconds = code === 'tooManyRequests' ? (detail.seconds ?? 60) : comesBackIn[code];
  if (seconds !== undefined) reply.header('retry-after', seconds);
  const message = { vi: refusalSentence(code, detail, 'vi'), en: refusalSentence(code, detail, 'en') };
  return sendProblem(reply, status, code, detail, message, faults);
}

/** RFC 9457; `code`, `facts` and `message` are ours: what a program decides by, what the sentences are made of, and the sentences. */
function sendProblem(
  reply: FastifyReply,
  status: number,
  code: string,
  facts: Refusal['detail'],
  message: Record<Language, string>,
  faults: Refusal['faults'] = [],
): FastifyReply {
  const { id } = reply.request;
  const problem = {
    type: `urn:tiendo:${code}`,
    title: message.vi,
    status,
    code,
    facts,
    message,
    ...(status >= 500 && { requestId: id }),
    ...(faults.length > 0 && { faults }),
  };
  // What the router itself refuses comes past no other place that says so.
  return reply
    .status(status)
    .type('application/problem+json')
    .header('x-content-type-options', 'nosniff')
    .header(idHeader, id)
    .send(JSON.stringify(problem));
}

/** As JSON spells what PostgreSQL keeps in no text: the null character, and half of a sign. A backslash before it makes it plain words. */
const unkept = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** PostgreSQL keeps no text with these in it, so nothing can be found or kept by it. */
export function refuseUnkeptText(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (/%00|\0/.test(request.url)) throw new Refusal('invalidInput');
  });
  server.addHook('preValidation', async ({ body }) => {
    if (body !== undefined && unkept.test(JSON.stringify(body) ?? '')) throw new Refusal('invalidInput');
  });
}

/**
 * A page of another site must not act with a person's cookie; browsers say where a request comes from. One that carries a cookie
 * and does not say so is no browser of today, and is not believed either.
 */
export function refuseOtherSites(server: FastifyInstance, publicUrl: string | undefined): void {
  server.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (fromOtherSite(request, publicUrl)) throw new Refusal('notAllowed', { reason: 'otherSite' });
  });
}

function fromOtherSite({ headers, host }: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return headers.cookie !== undefined;
  if (!URL.canParse(headers.origin)) return true;
  const from = new URL(headers.origin);
  return from.host !== host && from.origin !== (publicUrl && new URL(publicUrl).origin);
}
