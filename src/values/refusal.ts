/** The one error class: what the user asked cannot be done, and why. Everything else that is thrown is a defect. */
export const refusalCodes = [
  'notFound',
  'notSignedIn',
  'notAllowed',
  'invalidInput',
  'tooManyRequests',
  // accounts
  'passwordUnfit',
  'linkEnded',
  'accountExists',
  'handOverMissing',
  'postAgencyGone',
  'postHeldAlready',
  'postDayFaulty',
  'lastAdministrator',
  'accountReviewUnfinished',
  'workInHand',
  'secretKeyWrong',
  // files that cannot be taken
  'fileMissing',
  'fileEmpty',
  'fileTooLarge',
  'fileTypeUnknown',
  'fileTypeMismatch',
  'filePasswordProtected',
  'fileBroken',
  'fileUnpacksTooLarge',
  'fileHasEntities',
  'fileEncodingInvalid',
  'fileScanned',
  'fileTooManyPages',
  'recognitionMissing',
  'pdfMissing',
  'planWordsUnread',
  'stocktakeAhead',
  'boundariesUnread',
  'templateBroken',
  'templateDayPast',
  'fileOldWorkbook',
  'fileFontsUnreadable',
  'fileNothingFound',
  'fileSecret',
  'fileTakesTooLong',
  'envelopeFaulty',
  'pageNotDrawn',
  'importCancelled',
  'importInterrupted',
  // files sent in parts
  'uploadGone',
  'uploadElsewhere',
  'uploadUnfinished',
  'uploadsTooMany',
  'uploadProtocolUnknown',
  // the review of a document
  'changedMeanwhile',
  'agencyNamesFaulty',
  'groupFaulty',
  'notPossibleNow',
  'findingBlocked',
  'documentBlocked',
  'findingsUndecided',
  'notNeighbours',
  'nothingToUndo',
  'issueDayMissing',
  'reasonMissing',
  'workMoved',
  'documentSecret',
  'nothingToPublish',
  // reorganisations
  'reorganisationFaulty',
  'reorganisationUndecided',
  'reorganisationGrown',
  'reorganisationOutOfOrder',
  'reorganisationRestedOn',
  'reorganisationWithoutOrigin',
  // the work
  'dutiesReported',
  'dutyReturnIsLate',
  'dutyThereAlready',
  'officerNotThere',
  'agencyNotBelow',
  'agencyEnded',
  'dutyDueNeeded',
  'dutyDueBeyond',
  'dutiesNotJoinable',
  // progress
  'draftElsewhere',
  'progressClosed',
  'progressIncomplete',
  'fileHoldsMarkup',
  'tooMuchEvidence',
  'dueAskedAlready',
  'dueAskedLate',
  // reporting
  'regimeFaulty',
  'regimeNotInForce',
  'roundThere',
  'roundAsksNobody',
  // lists of figures
  'rowsTooMany',
  'rowsRefused',
  'mappingFaulty',
  'mappingThere',
  'requestKeyUsed',
  'requestInHand',
  'requestDone',
  'bodyTooSlow',
  'workbookForeign',
  'workbookOtherRound',
  // figures
  'formulaFaulty',
  'cellsUnexplained',
  'correctionAskedAlready',
  'figureComputed',
  'roundClosed',
  // working days
  'calendarDayFaulty',
  // the installation
  'dataFolderInUse',
  'databaseUnreachable',
  'databaseAway',
  'databaseFull',
  'filesAway',
  'fileInfected',
  'fileUnscanned',
  'fileDamaged',
  'databaseNewer',
  'databaseOlder',
  'databaseRoleMissing',
  'databaseLetters',
  // backups
  'databaseAbsent',
  'databaseNotEmpty',
  'archiveForeign',
  'archiveBroken',
  'archiveNewer',
  'archiveKeyMissing',
  'archiveKeyWrong',
  'archiveKeyFaulty',
  'secretKeyElse',
  'serversRunning',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** `at` counts from 0. */
export type RefusalFault = {
  at: number;
  field: string;
  value: string;
  code: string;
  detail: Record<string, string | number>;
};

export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Values that fill the sentence shown to the user: sizes, names, limits. */
  readonly detail: Record<string, string | number>;
  /** Where a list was sent: what is wrong with which of it. */
  readonly faults: readonly RefusalFault[];

  constructor(code: RefusalCode, detail: Record<string, string | number> = {}, faults: readonly RefusalFault[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.faults = faults;
  }
}
