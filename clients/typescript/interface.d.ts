// Made by generate.ts of the interface itself: not to be changed by hand.
export type Account = { name: string; email: string; passwordSetAt: string | null; secondFactor: boolean; recoveryCodesLeft: number; sessions: (AccountSession)[] };
export type AccountFacts = { name: string; email: string; state: "invited" | "active" | "locked" | "left"; posts: ({ role: Role; agencyId: string; agencyName: string })[]; seenAt: string | null; createdAt: string; secondFactor: boolean; remarks: (AccountRemark)[] };
export type AccountRemark = "neverUsed" | "unused" | "noSecondFactor" | "noPosts" | "locked";
export type AccountReview = { id: string; agency: Named; beganAt: string; beganBy: Named; closedAt: string | null; closedBy: Named | null; note: string | null; accounts: number; undecided: number };
export type AccountSession = { id: string; beganAt: string; usedAt: string; address: string; device: string; provider: string | null; present: boolean };
export type ActionRecord = { id: number; operation: string; at: string; by: { id: string; name: string }; verb: string; subjectKind: string; subjectId: string; reason: string | null; before: Record<string, unknown> | null; after: Record<string, unknown> | null; undoes: number | null; undone: boolean };
export type Agency = { id: string; kind: AgencyKind; profile: string | null; tier: Tier; placeId: string | null; parentId: string | null; symbol: string | null; exchangeCode: string | null; contact: string | null; validFrom: string | null; validUntil: string | null; source: string; version: number; names: (AgencyName)[] };
export type AgencyEvent = { reorganisationId: string; title: string; legalBasis: string; effectiveOn: string; kind: string; field: string | null; other: { id: string; name: string; placeName: string | null } | null };
export type AgencyFields = { kind: AgencyKind; names: ({ kind: "official" | "alias" | "abbreviation"; name: string; validFrom: string | null; validUntil: string | null })[]; symbol: string | null; exchangeCode: string | null; contact: string | null; validFrom: string | null; validUntil: string | null };
export type AgencyFilter = { q?: string; tier?: (string)[] | string; kind?: (string)[] | string; place?: (string)[] | string; asOf?: string; sort?: "name" | "place" | "since"; order?: "asc" | "desc" };
export type AgencyGroup = { id: string; name: string; keys: (string)[]; rule: (GroupPart)[]; chosenByOfficer: boolean; source: string; version: number };
export type AgencyKind = "government" | "ministry" | "assembly" | "council" | "committee" | "department" | "vertical" | "force" | "court" | "party" | "front" | "union" | "service" | "board" | "enterprise";
export type AgencyName = { kind: "official" | "alias" | "abbreviation"; name: string; validFrom: string | null; validUntil: string | null };
export type AgencySummary = { id: string; name: string; kind: AgencyKind; tier: Tier; placeName: string | null; validFrom: string | null; validUntil: string | null; heirs: ({ id: string; name: string; fields: (string)[] })[] };
export type AgencyWork = { documentId: string; documentNumber: string | null; findingKind: "target" | "task"; findingId: string; role: string; text: string };
export type AgendaProposal = { key: string; matter: Matter; name: string; agencies: (Named)[]; reasons: (AgendaReason)[] };
export type AgendaReason = { kind: "followed" } | { kind: "added" } | { kind: "overdue"; days: number } | { kind: "farBehind"; gap: number | null } | { kind: "obstacle"; days: number; what: string } | { kind: "extension"; due: string | null; reason: string };
export type Aggregation = "sum" | "weightedMean" | "latest" | "none";
export type Alignment = { higher: { document: DocumentSummary; targets: (TargetRecord)[]; tasks: (TaskRecord)[] }; columns: ({ document: DocumentSummary; targets: (TargetRecord)[]; tasks: (TaskRecord)[]; answers: { targets: (Answer)[]; tasks: (Answer)[] } })[] };
export type Amended = { id: string | null; otherId: string | null; by: "officer" | "indicator" | "words" | null; certainty: number; confirmed: boolean; amendment: "unchanged" | "changed" | "added" | "dropped" | "unmentioned"; fields: ("name" | "variant" | "op" | "value" | "value2" | "of" | "unit" | "change" | "base" | "year" | "yearFrom" | "agencies" | "content" | "lead" | "coord" | "monitor" | "time" | "productRaw")[] };
export type Amending = { earlier: { document: DocumentSummary; targets: (TargetRecord)[]; tasks: (TaskRecord)[] }; later: { document: DocumentSummary; targets: (TargetRecord)[]; tasks: (TaskRecord)[] }; replaces: boolean; targets: (Amended)[]; tasks: (Amended)[] };
export type Answer = { id: string; otherId: string | null; by: "officer" | "indicator" | "words" | null; certainty: number; confirmed: boolean; verdict: "same" | "asksMore" | "asksLess" | "differs" | "partOf" | "later" | "otherYear" | "otherUnit" | "otherBase" | "notComparable" | "missing" };
export type AsOf = { asOf?: string };
export type Asks = { targets: FigureBasis | null; duties: boolean };
export type AsksInput = { targets: FigureBasis | null; duties: boolean };
export type AssignmentRole = "lead" | "coord" | "monitor";
export type Attention = { origin: { id: string; title: string; heldOn: string } | null; followers: ({ id: string; leader: Named })[]; discussions: ({ stocktake: { id: string; title: string; heldOn: string }; stage: StocktakeStage; discussion: string; decisions: (StocktakeDecision)[] })[] };
export type AuditEntry = { id: number; operation: string; at: string; by: { id: string; name: string }; verb: string; subjectKind: string; subjectId: string; reason: string | null; before: Record<string, unknown> | null; after: Record<string, unknown> | null; undoes: number | null; undone: boolean; document: { id: string; name: string } | null; address: string | null };
export type AuditFault = { kind: "altered" | "removed" | "unsealed" | "gap" | "head"; position: number | null; actionId: number | null };
export type AuditVerification = { actions: number; head: string | null; faults: (AuditFault)[] };
export type Basis = "actual" | "estimated" | "planned";
export type Beginning = { documents: (string)[]; year: number; agencyId: string | null; unfinished: boolean; recurring: boolean };
export type Beside = { key: string; documentNumber: string | null; last: string; figure: { value: number; unit: string | null; period: string } | null; duties: ({ id: string; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue"; agency: string })[] };
export type Block = Paragraph | Table;
export type BoundarySet = { id: string; tier: BoundaryTier; day: string; source: string; fileName: string; property: string; matched: number; unmatched: (Unmatched)[]; loaded: { at: string; by: Named } };
export type BoundaryTier = "province" | "district" | "commune";
export type Breakdown = { by: BreakdownBy; day: string | null; days: (string)[]; tiers: (Tier)[]; lines: (string)[]; rows: ({ key: string; name: string; code: string | null; value: number | null; estimated: boolean; sparkline: ({ day: string; value: number; basis: FigureBasis })[] })[]; mapped: number };
export type BreakdownBy = "place" | "line" | "agency";
export type CalendarDay = { day: string; kind: "off" | "working"; name: string; source: string; certain: boolean; version: number };
export type Cell = { span: Span; paragraphs: (Paragraph)[]; column: number; columns: number; rows: number; address?: string };
export type CellBeside = { previous: { value: number | null; missing: Missing | null; period: string; computed: boolean } | null; sameBefore: { value: number | null; missing: Missing | null; period: string; computed: boolean } | null; history: ({ period: string; value: number })[]; lastYear: { toDate: number; whole: number } | null; toDateBefore: number | null };
export type CellCell = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; value: number | null; missing: Missing | null; reason: string; changedAt: string | null; changedBy: Named | null; version: number };
export type CellChange = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; value: number | null; missing: Missing | null; reason: string; version: number };
export type CellChangeInput = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; value: number | null; missing: Missing | null; reason: string; version: number };
export type CellRemark = { id: string; kind: RemarkKind; author: Named; at: string; words: string; settledAt: string | null };
export type Change = "level" | "increase" | "decrease";
export type ChangedDuty = { kind: "done" | "overdue" | "extended" | "extensionRefused"; dutyId: string; what: string; agency: Named; day: string; due: string | null };
export type ChartTable = { name: string; heads: (string)[]; rows: ((string | number | null)[])[] };
export type Choice = { value: string; label: string; count: number };
export type Closing = { kind: "calendar" } | { kind: "day"; day: number };
export type ClosingInput = { kind: "calendar" } | { kind: "day"; day: number };
export type Comparison = "=" | ">=" | ">" | "<=" | "<" | "range" | "~" | "text";
export type Confidence = "onTrack" | "atRisk" | "offTrack";
export type ContentBlock = { kind: "paragraph"; runs: ({ text: string; bold?: true; italic?: true; from?: string | "composed" } | FigureRun)[] } | { kind: "list"; ordered: boolean; items: (({ text: string; bold?: true; italic?: true; from?: string | "composed" } | FigureRun)[])[] } | { kind: "table"; rows: (({ runs: ({ text: string; bold?: true; italic?: true; from?: string | "composed" } | FigureRun)[]; head?: true; columns?: number; rows?: number })[])[] };
export type ContentBlockInput = { kind: "paragraph"; runs: ({ text: string; bold?: true; italic?: true; from?: string | "composed" } | FigureRunInput)[] } | { kind: "list"; ordered: boolean; items: (({ text: string; bold?: true; italic?: true; from?: string | "composed" } | FigureRunInput)[])[] } | { kind: "table"; rows: (({ runs: ({ text: string; bold?: true; italic?: true; from?: string | "composed" } | FigureRunInput)[]; head?: true; columns?: number; rows?: number })[])[] };
export type Contribution = { submissionId: string; agency: Named; stage: SubmissionStage; content: (ContentBlock)[]; changed: { at: string; by: Named } };
export type CorrectedValue = { source: FigureSource; value: number | null };
export type CorrectionItem = { value: number | null; missing: Missing | null; id: string; figure: Figure; indicatorName: string; unit: string | null; reason: string; asked: { at: string; by: Named; agencyId: string }; stage: CorrectionStage; decided: { at: string; by: Named; because: string } | null; version: number; may: (CorrectionVerb)[] };
export type CorrectionStage = "asked" | "granted" | "refused" | "withdrawn";
export type CorrectionVerb = "grant" | "refuse" | "withdraw";
export type Criterion = "tasks" | "targets" | "onTime" | "complete" | "quality" | "updated" | "responsible" | "signedIn" | "obstacles";
export type DayFields = { kind: "off" | "working" | "usual"; name: string; source: string; certain: boolean };
export type DecisionInput = { assignmentId: number; heirs: (HeirChoiceInput)[] };
export type DocumentDetail = { id: string; fileName: string; fileHash: string; fileSize: number; format: "docx" | "txt" | "md" | "html" | "mht" | "odt" | "rtf" | "doc" | "xlsx" | "pdf" | "png" | "jpg" | "tif"; header: DocumentHeader; targetCount: number; taskCount: number; noteCount: number; receivedAt: string; receivedBy: string; state: DocumentState; validFrom: string | null; validUntil: string | null; text: string; blocks: (Block)[]; pages: (Page)[]; places: (Place)[]; targets: (Target)[]; figures: (PastFigure)[]; tasks: (Task)[]; notes: (Note)[]; envelopes: (ReceivedEnvelope)[] };
export type DocumentFormat = "docx" | "pdf" | "edxml";
export type DocumentHeader = { number: string | null; kind: DocumentKind; issuer: string | null; place: string | null; issuedOn: string | null; title: string | null; secrecy: Secrecy | null; period: { from: number; to: number } | null; signer: { name: string; title: string | null } | null; legalBases: (Span)[]; recipients: (Span)[]; references: (Reference)[]; spans: Partial<Record<"number" | "issuer" | "issuedOn" | "title" | "signer", Span>>; further: ({ number: string | null; kind: DocumentKind; issuer: string | null; place: string | null; issuedOn: string | null; title: string | null; secrecy: Secrecy | null; period: { from: number; to: number } | null; signer: { name: string; title: string | null } | null; legalBases: (Span)[]; recipients: (Span)[]; references: (Reference)[]; spans: Partial<Record<"number" | "issuer" | "issuedOn" | "title" | "signer", Span>>; span: Span })[] };
export type DocumentKind = "nghi_quyet" | "quyet_dinh" | "ke_hoach" | "ke_hoach_hanh_dong" | "chuong_trinh" | "phu_luc" | "khac";
export type DocumentState = "read" | "inReview" | "issued" | "superseded" | "withdrawn";
export type DocumentSummary = { id: string; fileName: string; format: "docx" | "txt" | "md" | "html" | "mht" | "odt" | "rtf" | "doc" | "xlsx" | "pdf" | "png" | "jpg" | "tif"; number: string | null; kind: DocumentKind; title: string | null; issuer: string | null; issuedOn: string | null; period: { from: number; to: number } | null; targetCount: number; taskCount: number; noteCount: number; receivedAt: string; secrecy: Secrecy | null; state: DocumentState; validFrom: string | null; validUntil: string | null; further: ({ number: string | null; kind: DocumentKind; title: string | null; issuedOn: string | null })[] };
export type DoubtReason = "nameShort" | "tableOdd" | "shareUnnamed" | "goesOn" | "nameLong" | "nameOdd" | "comparatorUnread" | "changeUnclear" | "countsAdded" | "unitUnusual" | "yearBorrowed" | "otherNumbers" | "severalYears" | "allowance" | "fewTargets" | "outsideTargets" | "noAction" | "opensWithCondition" | "doersUnread" | "coordUnread" | "timeInText" | "manyDoers" | "taskShort" | "introduces" | "cutStart" | "everybody" | "statement" | "ruleDocument" | "headerIncomplete" | "neighboursUnsure";
export type Draft = { kind: "target"; fields: { span: Span; valueSpan: Span | null; section: (string)[]; group: string | null; ordinal: string | null; listed: boolean; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; base: string | null; year: number | null; yearFrom: number | null; tier: Tier; agencies: (string)[]; parentId: string | null } } | { kind: "task"; fields: { span: Span; section: (string)[]; group: string | null; ordinal: string | null; lead: (string)[]; coord: (string)[]; monitor: (string)[]; timeRaw: string | null; time: Due; productRaw: string | null; fundingRaw: string | null; noteRaw: string | null } };
export type DraftInput = { kind: "target"; fields: { span: SpanInput; valueSpan: SpanInput | null; section: (string)[]; group: string | null; ordinal: string | null; listed: boolean; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; base: string | null; year: number | null; yearFrom: number | null; tier: Tier; agencies: (string)[]; parentId: string | null } } | { kind: "task"; fields: { span: SpanInput; section: (string)[]; group: string | null; ordinal: string | null; lead: (string)[]; coord: (string)[]; monitor: (string)[]; timeRaw: string | null; time: DueInput; productRaw: string | null; fundingRaw: string | null; noteRaw: string | null } };
export type DraftSummary = { id: string; title: string; author: Named; changedAt: string; version: number; targets: number; tasks: number };
export type DraftTarget = { key: string; source: { documentId: string; findingId: string } | null; kept: boolean; group: string | null; name: string; variant: string | null; parent: string | null; value: string; unit: string | null; year: number | null; yearFrom: number | null; agencies: (string)[] };
export type DraftTargetInput = { key: string; source: { documentId: string; findingId: string } | null; kept: boolean; group: string | null; name: string; variant: string | null; parent: string | null; value: string; unit: string | null; year: number | null; yearFrom: number | null; agencies: (string)[] };
export type DraftTask = { key: string; source: { documentId: string; findingId: string } | null; kept: boolean; group: string | null; content: string; lead: (string)[]; coord: (string)[]; monitor: (string)[]; time: string; product: string | null; funding: string | null };
export type DraftTaskInput = { key: string; source: { documentId: string; findingId: string } | null; kept: boolean; group: string | null; content: string; lead: (string)[]; coord: (string)[]; monitor: (string)[]; time: string; product: string | null; funding: string | null };
export type Due = { kind: "by"; to: string; counted?: string } | { kind: "during"; from: string; to: string } | { kind: "ongoing" } | { kind: "recurring"; every: "day" | "week" | "month" | "quarter" | "half_year" | "year" } | { kind: "conditional"; condition: string } | { kind: "reference"; condition: string } | { kind: "none" };
export type DueAskFault = "notYours" | "closed" | "askedAlready" | "deadlinePassed";
export type DueChangeItem = { id: string; dutyId: string; agencyId: string; asked: { at: string; by: Named }; reason: string; dueBefore: string | null; dueProposed: string | null; stage: "asked" | "granted" | "refused" | "withdrawn"; dueGranted: string | null; decided: { at: string; by: Named; because: string | null } | null; version: number; may: (DueChangeVerb)[] };
export type DueChangeVerb = "grant" | "refuse" | "withdraw";
export type DueInput = { kind: "by"; to: string; counted?: string } | { kind: "during"; from: string; to: string } | { kind: "ongoing" } | { kind: "recurring"; every: "day" | "week" | "month" | "quarter" | "half_year" | "year" } | { kind: "conditional"; condition: string } | { kind: "reference"; condition: string } | { kind: "none" };
export type DutyAction = { verb: "accept"; version: number } | { verb: "return"; version: number; reason: "wrongCompetence" | "wrongTime" | "duplicate" | "other"; words: string } | { verb: "reassign"; version: number; agencyId: string; words?: string } | { verb: "insist" | "drop"; version: number; words: string } | { verb: "pickUp"; version: number; words?: string } | { verb: "nameOfficer"; version: number; officerId: string | null } | { verb: "begin"; version: number; happenedOn: string; due?: string } | { verb: "waitFor"; version: number; otherId: string | null } | { verb: "describe"; version: number; product?: string | null; authority?: string | null } | { verb: "addStep"; version: number; content: string; product?: string | null; due: string | null; because?: string; officerId?: string | null } | { verb: "addPart"; version: number; content: string; product?: string | null; due: string | null; because?: string; agencyId: string } | { verb: "join"; version: number; otherId: string; otherVersion: number } | { verb: "separate"; version: number; documentId: string; findingKind: FindingKind; findingId: string };
export type DutyCounts = { total: number; stages: Record<string, number>; states: Partial<Record<"doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue", number>> };
export type DutyFilter = { q?: string; document?: (string)[] | string; agency?: (string)[] | string; below?: string; role?: "lead" | "coord" | "monitor"; officer?: (string)[] | string; stage?: (DutyStage)[] | DutyStage; state?: ("doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue")[] | "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue"; kind?: (DutyKind)[] | DutyKind; dueFrom?: string; dueTo?: string; tier?: (Tier)[] | Tier; year?: number; asOf?: string };
export type DutyKind = "assigned" | "step" | "part" | "report";
export type DutyLink = { id: string; kind: DutyKind; parentId: string | null; agency: Named; content: string | null; stage: DutyStage; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; daysLeft: number | null; due: string | null; officer: Named | null; share: number | null; doneOn: string | null };
export type DutyOrigin = { documentId: string; documentNumber: string | null; documentTitle: string | null; findingKind: FindingKind; findingId: string; quote: string; timeRaw: string | null; product: string | null };
export type DutyPage = { duty: DutyRecord; above: (DutyLink)[]; below: (DutyLink)[]; coordinating: (Named)[]; monitoring: (Named)[]; may: (DutyVerb)[] };
export type DutyRecord = { id: string; kind: DutyKind; parentId: string | null; rootId: string; agency: Named; content: string | null; product: string | null; authority: string | null; period: string | null; startsOn: string | null; firstDue: string | null; due: string | null; waitsFor: string | null; waitsForDuty: string | null; stage: DutyStage; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; daysLeft: number | null; because: "wrongCompetence" | "wrongTime" | "duplicate" | "other" | "decided" | "ended" | "moved" | "joined" | "above" | null; becauseWords: string | null; joinedInto: string | null; givenAt: string; officer: Named | null; share: number | null; confidence: Confidence | null; doneOn: string | null; version: number; missing: ("person" | "work" | "responsibility" | "product" | "time" | "authority")[]; origins: (DutyOrigin)[]; submissionId: string | null };
export type DutyReport = { stage: DutyStage; due: string | null; wantsProof: boolean; openPieces: number; inside: (ProgressItem)[]; sent: (ProgressItem)[]; evidence: (EvidenceItem)[]; obstacles: (ObstacleItem)[]; dueChanges: (DueChangeItem)[]; questions: (QuestionItem)[]; may: { write: boolean; send: boolean; addEvidence: boolean; raiseObstacle: boolean; askDueChange: true | DueAskFault; ask: boolean }; agencies: Record<string, string> };
export type DutyStage = "assigned" | "accepted" | "returned" | "reported" | "done" | "dropped";
export type DutyStory = { items: (StoryItem)[]; next: string | null; agencies: Record<string, string> };
export type DutyVerb = "accept" | "return" | "reassign" | "insist" | "drop" | "pickUp" | "nameOfficer" | "begin" | "waitFor" | "describe" | "addStep" | "addPart" | "join" | "separate" | "report" | "confirm" | "sendBack" | "takeBack";
export type EmulationScale = { validFrom: string; decisionNumber: string; decisionDate: string; rules: ScaleRules; id: number; setAt: string; setBy: Named };
export type EnvelopeHeader = { documentId: string | null; from: EnvelopeParty; to: (EnvelopeParty)[]; number: string | null; place: string | null; issuedOn: string | null; typeName: string | null; subject: string | null; signer: { name: string; position: string } | null; dueOn: string | null };
export type EnvelopeParty = { id: string; name: string };
export type EnvelopeStatus = "15" | "16" | "01" | "02" | "03" | "04" | "05" | "06";
export type Evidence = { id: string; dutyId: string; progressId: string | null; agencyId: string; added: { at: string; by: Named }; note: string; file: { name: string; kind: EvidenceKind; size: number } | null; product: { number: string; date: string | null; documentId: string | null } | null };
export type EvidenceItem = { id: string; dutyId: string; progressId: string | null; agencyId: string; added: { at: string; by: Named }; note: string; file: { name: string; kind: EvidenceKind; size: number } | null; product: { number: string; date: string | null; documentId: string | null } | null; mayRemove: boolean };
export type EvidenceKind = "pdf" | "docx" | "xlsx" | "pptx" | "doc" | "xls" | "ppt" | "odt" | "rtf" | "png" | "jpeg" | "tiff" | "webp" | "text";
export type Fault = { code: "nothing" | "agencyUnknown" | "agencyNotThen" | "heirNotThen" | "heirMissing" | "nameMissing" | "toItself" | "chain" | "cycle" | "contradiction" | "sameMoveTwice" | "nameTaken" | "decisionInvalid" | "twoLeads" | "workLeft" | "movedLater"; agencyId?: string; move?: number; assignmentId?: number; reorganisationId?: string };
export type Figure = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; value: number | null; missing: Missing | null; id: number; agency: Named; tier: Tier; period: string; calendar: ReportingCalendar; periodTo: string; reason: string; submissionId: string | null; setAt: string; setBy: Named | null; endedAt: string | null };
export type FigureAs = "value" | "share" | "change" | "gap";
export type FigureBasis = "planned" | "estimated" | "preliminary" | "final";
export type FigureBatch = { figures: ({ agency: string; indicator: string; line?: string; period: string; span?: FigureSpan; basis?: FigureBasis; value?: number | null; missing?: Missing | null; unit?: string; reason?: string })[]; calendar?: ReportingCalendar; choices?: { replace: boolean; keepUnusual?: boolean; reason: string } };
export type FigureBeside = { id: string; op: Comparison; value: number; value2: number | null; of: number | null; unit: string | null; basis: Basis; period: { from: string; to: string } | null };
export type FigureImport = { id: string; fileName: string; choices: ImportChoices; stage: FigureImportStage; rowsRead: number; rowsRefused: number; figuresStored: number; figuresReplaced: number; figuresSame: number; faults: (RowFault)[]; refusal: { code: "notFound" | "notSignedIn" | "notAllowed" | "invalidInput" | "tooManyRequests" | "passwordUnfit" | "linkEnded" | "accountExists" | "handOverMissing" | "postAgencyGone" | "postHeldAlready" | "postDayFaulty" | "lastAdministrator" | "accountReviewUnfinished" | "workInHand" | "secretKeyWrong" | "fileMissing" | "fileEmpty" | "fileTooLarge" | "fileTypeUnknown" | "fileTypeMismatch" | "filePasswordProtected" | "fileBroken" | "fileUnpacksTooLarge" | "fileHasEntities" | "fileEncodingInvalid" | "fileScanned" | "fileTooManyPages" | "recognitionMissing" | "pdfMissing" | "planWordsUnread" | "stocktakeAhead" | "boundariesUnread" | "templateBroken" | "templateDayPast" | "fileOldWorkbook" | "fileFontsUnreadable" | "fileNothingFound" | "fileSecret" | "fileTakesTooLong" | "envelopeFaulty" | "pageNotDrawn" | "importCancelled" | "importInterrupted" | "uploadGone" | "uploadElsewhere" | "uploadUnfinished" | "uploadsTooMany" | "uploadProtocolUnknown" | "changedMeanwhile" | "agencyNamesFaulty" | "groupFaulty" | "notPossibleNow" | "findingBlocked" | "documentBlocked" | "findingsUndecided" | "notNeighbours" | "nothingToUndo" | "issueDayMissing" | "reasonMissing" | "workMoved" | "documentSecret" | "nothingToPublish" | "reorganisationFaulty" | "reorganisationUndecided" | "reorganisationGrown" | "reorganisationOutOfOrder" | "reorganisationRestedOn" | "reorganisationWithoutOrigin" | "dutiesReported" | "dutyReturnIsLate" | "dutyThereAlready" | "officerNotThere" | "agencyNotBelow" | "agencyEnded" | "dutyDueNeeded" | "dutyDueBeyond" | "dutiesNotJoinable" | "draftElsewhere" | "progressClosed" | "progressIncomplete" | "fileHoldsMarkup" | "tooMuchEvidence" | "dueAskedAlready" | "dueAskedLate" | "regimeFaulty" | "regimeNotInForce" | "roundThere" | "roundAsksNobody" | "rowsTooMany" | "rowsRefused" | "mappingFaulty" | "mappingThere" | "requestKeyUsed" | "requestInHand" | "requestDone" | "bodyTooSlow" | "workbookForeign" | "workbookOtherRound" | "formulaFaulty" | "cellsUnexplained" | "correctionAskedAlready" | "figureComputed" | "roundClosed" | "calendarDayFaulty" | "dataFolderInUse" | "databaseUnreachable" | "databaseAway" | "databaseFull" | "filesAway" | "fileInfected" | "fileUnscanned" | "fileDamaged" | "databaseNewer" | "databaseOlder" | "databaseRoleMissing" | "databaseLetters" | "databaseAbsent" | "databaseNotEmpty" | "archiveForeign" | "archiveBroken" | "archiveNewer" | "archiveKeyMissing" | "archiveKeyWrong" | "archiveKeyFaulty" | "secretKeyElse" | "serversRunning"; detail: Record<string, string | number> } | null; startedBy: Named; startedAt: string; endedAt: string | null };
export type FigureImportStage = "reading" | "storing" | "done" | "failed" | "cancelled";
export type FigureKey = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis };
export type FigureMapping = { sheet: string | null; headerRow: number; columns: Partial<Record<"agency" | "indicator" | "line" | "period" | "span" | "basis" | "value" | "unit" | "reason", ListColumn>>; periodColumns: ({ column: ListColumn; period: string })[]; fixed: { agencyId: string | null; indicatorId: string | null; period: string | null; year: number | null; calendar: ReportingCalendar; span: FigureSpan; basis: FigureBasis } };
export type FigureMappingInput = { sheet: string | null; headerRow: number; columns: Partial<Record<"agency" | "indicator" | "line" | "period" | "span" | "basis" | "value" | "unit" | "reason", ListColumnInput>>; periodColumns: ({ column: ListColumnInput; period: string })[]; fixed: { agencyId: string | null; indicatorId: string | null; period: string | null; year: number | null; calendar: ReportingCalendar; span: FigureSpan; basis: FigureBasis } };
export type FigurePoint = { line: string; span: FigureSpan; basis: FigureBasis; value: number | null; missing: Missing | null; tier: Tier; period: string; calendar: ReportingCalendar; periodTo: string; counted: number; lacking: number; computed: boolean; formula: boolean; apart: boolean; only: { agency: Named; submissionId: string | null } | null };
export type FigureReference = { as: FigureAs; of: SourcedNumber; against: SourcedNumber | null; measure: Measure; unit: string | null; decimals: number | null };
export type FigureReferenceInput = { as: FigureAs; of: SourcedNumberInput; against: SourcedNumberInput | null; measure: Measure; unit: string | null; decimals: number | null };
export type FigureRun = { figure: FigureReference; bold?: true; italic?: true; from?: string | "composed" };
export type FigureRunInput = { figure: FigureReferenceInput; bold?: true; italic?: true; from?: string | "composed" };
export type FigureSentence = { agency: Named | null; agencies: number; indicator: Named; line: string; pillar: string | null; runs: ({ text: string; bold?: true; italic?: true; from?: string | "composed" } | FigureRun)[] };
export type FigureSheet = { submissionId: string; agency: Named; period: string; calendar: ReportingCalendar; stage: SubmissionStage; mayFill: boolean; mayRemark: boolean; formulas: Record<string, string>; elsewhere: ({ indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; value: number | null; missing: Missing | null })[]; lines: (GridLine)[] };
export type FigureSource = { kind: "figure"; agencyId: string; indicatorId: string; line: string; period: string; calendar: ReportingCalendar; span: FigureSpan; basis: FigureBasis } | { kind: "computed"; agencyId: string; indicatorId: string; line: string; period: string; calendar: ReportingCalendar; span: FigureSpan; basis: FigureBasis } | { kind: "target"; documentId: string; targetId: string } | { kind: "whole"; roundId: string; indicatorId: string; line: string; of: "value" | "toDate" | "plan" | "before" | "beforeToDate" };
export type FigureSourceInput = { kind: "figure"; agencyId: string; indicatorId: string; line: string; period: string; calendar: ReportingCalendar; span: FigureSpan; basis: FigureBasis } | { kind: "computed"; agencyId: string; indicatorId: string; line: string; period: string; calendar: ReportingCalendar; span: FigureSpan; basis: FigureBasis } | { kind: "target"; documentId: string; targetId: string } | { kind: "whole"; roundId: string; indicatorId: string; line: string; of: "value" | "toDate" | "plan" | "before" | "beforeToDate" };
export type FigureSpan = "period" | "toDate";
export type FigureValue = { value: number | null; missing: Missing | null };
export type FiledWorkAgencyWork = { agencyId: string; name: string; tasks: number; targets: number };
export type FindingKind = "target" | "task";
export type Flow = { from: string; to: string | null; field: string | null; tasks: number; targets: number; lead: number };
export type FollowedBriefly = { leaders: (Named)[]; followed: ({ id: string; leaderId: string; key: string })[] };
export type FormCheck = { form: "ND30-2020" | "HD36-2018" | "HD05-2026"; formName: string; secondHand: boolean; boxes: ({ box: "1" | "2" | "3" | "4" | "6" | "7" | "8" | "10" | "11" | "12" | "13" | "14" | "page" | "5a" | "5b" | "9a" | "9b" | "appendix"; state: "right" | "departs" | "absent" | "byHand"; faults: (FormFault)[] })[] };
export type FormFault = { box: "1" | "2" | "3" | "4" | "6" | "7" | "8" | "10" | "11" | "12" | "13" | "14" | "page" | "5a" | "5b" | "9a" | "9b" | "appendix"; element: "nation" | "motto" | "parent" | "issuer" | "number" | "placeDate" | "kind" | "about" | "letterAbout" | "bases" | "body" | "partLabel" | "partTitle" | "article" | "signAuthority" | "signPosition" | "signer" | "to" | "recipientsWord" | "recipients" | "urgency" | "circulation" | "drafter" | "contact" | "pageNumber" | "appendixWord" | "appendixTitle" | "appendixReference" | "page"; aspect: "missing" | "wording" | "font" | "size" | "bold" | "notBold" | "italic" | "notItalic" | "underline" | "case" | "colour" | "align" | "rule" | "ruleLength" | "mark" | "endMark" | "dash" | "padding" | "separator" | "spaces" | "order" | "numbering" | "frame" | "firstLine" | "gap" | "lines" | "paper" | "orientation" | "top" | "bottom" | "left" | "right" | "place" | "firstPage" | "start" | "notMentioned"; found: string; expected: string; clause: string; excerpt: string; times: number };
export type GridCell = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; value: number | null; missing: Missing | null; reason: string; changedAt: string | null; changedBy: Named | null; version: number; beside: CellBeside; remarks: (CellRemark)[] };
export type GridLine = { name: string; unit: string | null; unitFactors: ({ unit: string; factor: number })[]; measure: Measure; direction: "up" | "down" | "none" | "rank"; cumulative: boolean; decimals: number | null; breakdowns: ("sector" | "area" | "ethnicity" | "schoolLevel" | "insurance" | "authority" | "crime" | "sex" | "species" | "rank" | "capital" | "hospital" | "credential")[]; formula: string | null; pillar: Pillar | null; indicatorId: string; line: string; plan: { value: number; documentId: string; documentNumber: string | null; targetId: string } | null; cells: (GridCell)[] };
export type GroupFields = { name: string; keys: (string)[]; rule: ({ scope: "national" | "provinces" | "province" | "district" | "own" | "districts" | "communes" | "below"; kinds: (AgencyKind)[]; profiles?: (string)[]; placeKinds: (PlaceKind)[] })[]; chosenByOfficer: boolean };
export type GroupPart = { scope: "national" | "provinces" | "province" | "district" | "own" | "districts" | "communes" | "below"; kinds: (AgencyKind)[]; profiles: (string)[]; placeKinds: (PlaceKind)[] };
export type HandOver = { agencyId: string; to: string };
export type HealthCounts = { open: number; any: number; faults: Record<string, number> };
export type HealthFault = "noOfficer" | "neverSaid" | "idle30" | "idle60" | "idle90" | "nobodyCame";
export type HeirChoice = { agencyId: string; field: string | null };
export type HeirChoiceInput = { agencyId: string; field: string | null };
export type HeldLadder = { steps: ({ kind: LadderStepKind; days: number })[]; version: number };
export type HeldLadderInput = { steps: ({ kind: LadderStepKind; days: number })[]; version: number };
export type HeldPost = { role: Role; agencyId: string; id: string; validFrom: string; validUntil: string | null };
export type Id = { id: string };
export type ImportChoices = { keepGood: boolean; replace: boolean; keepUnusual: boolean; reason: string };
export type ImportRecord = { id: string; fileName: string; fileSize: number | null; stage: ImportStage; pagesDone: number | null; pagesTotal: number | null; state: "running" | "done" | "alreadyThere" | "refused"; documentId: string | null; refusal: { code: "notFound" | "notSignedIn" | "notAllowed" | "invalidInput" | "tooManyRequests" | "passwordUnfit" | "linkEnded" | "accountExists" | "handOverMissing" | "postAgencyGone" | "postHeldAlready" | "postDayFaulty" | "lastAdministrator" | "accountReviewUnfinished" | "workInHand" | "secretKeyWrong" | "fileMissing" | "fileEmpty" | "fileTooLarge" | "fileTypeUnknown" | "fileTypeMismatch" | "filePasswordProtected" | "fileBroken" | "fileUnpacksTooLarge" | "fileHasEntities" | "fileEncodingInvalid" | "fileScanned" | "fileTooManyPages" | "recognitionMissing" | "pdfMissing" | "planWordsUnread" | "stocktakeAhead" | "boundariesUnread" | "templateBroken" | "templateDayPast" | "fileOldWorkbook" | "fileFontsUnreadable" | "fileNothingFound" | "fileSecret" | "fileTakesTooLong" | "envelopeFaulty" | "pageNotDrawn" | "importCancelled" | "importInterrupted" | "uploadGone" | "uploadElsewhere" | "uploadUnfinished" | "uploadsTooMany" | "uploadProtocolUnknown" | "changedMeanwhile" | "agencyNamesFaulty" | "groupFaulty" | "notPossibleNow" | "findingBlocked" | "documentBlocked" | "findingsUndecided" | "notNeighbours" | "nothingToUndo" | "issueDayMissing" | "reasonMissing" | "workMoved" | "documentSecret" | "nothingToPublish" | "reorganisationFaulty" | "reorganisationUndecided" | "reorganisationGrown" | "reorganisationOutOfOrder" | "reorganisationRestedOn" | "reorganisationWithoutOrigin" | "dutiesReported" | "dutyReturnIsLate" | "dutyThereAlready" | "officerNotThere" | "agencyNotBelow" | "agencyEnded" | "dutyDueNeeded" | "dutyDueBeyond" | "dutiesNotJoinable" | "draftElsewhere" | "progressClosed" | "progressIncomplete" | "fileHoldsMarkup" | "tooMuchEvidence" | "dueAskedAlready" | "dueAskedLate" | "regimeFaulty" | "regimeNotInForce" | "roundThere" | "roundAsksNobody" | "rowsTooMany" | "rowsRefused" | "mappingFaulty" | "mappingThere" | "requestKeyUsed" | "requestInHand" | "requestDone" | "bodyTooSlow" | "workbookForeign" | "workbookOtherRound" | "formulaFaulty" | "cellsUnexplained" | "correctionAskedAlready" | "figureComputed" | "roundClosed" | "calendarDayFaulty" | "dataFolderInUse" | "databaseUnreachable" | "databaseAway" | "databaseFull" | "filesAway" | "fileInfected" | "fileUnscanned" | "fileDamaged" | "databaseNewer" | "databaseOlder" | "databaseRoleMissing" | "databaseLetters" | "databaseAbsent" | "databaseNotEmpty" | "archiveForeign" | "archiveBroken" | "archiveNewer" | "archiveKeyMissing" | "archiveKeyWrong" | "archiveKeyFaulty" | "secretKeyElse" | "serversRunning"; detail: Record<string, string | number> } | null; startedAt: string; endedAt: string | null };
export type ImportStage = "receiving" | "opening" | "reading" | "matching" | "storing";
export type Indicator = { name: string; synonyms: (string)[]; unit: string | null; unitFactors: ({ unit: string; factor: number })[]; measure: Measure; direction: "up" | "down" | "none" | "rank"; cumulative: boolean; decimals: number | null; breakdowns: ("sector" | "area" | "ethnicity" | "schoolLevel" | "insurance" | "authority" | "crime" | "sex" | "species" | "rank" | "capital" | "hospital" | "credential")[]; statisticalCode: string | null; codeEvidence: "cited" | "inferred" | "unchecked" | null; ownerProfile: string | null; pillar: Pillar | null; aggregation: Aggregation | null; weightIndicatorId: string | null; formula: string | null; id: string; source: string; version: number };
export type IndicatorFields = { name: string; synonyms: (string)[]; unit: string | null; unitFactors: ({ unit: string; factor: number })[]; measure: Measure; direction: "up" | "down" | "none" | "rank"; cumulative: boolean; decimals: number | null; breakdowns: ("sector" | "area" | "ethnicity" | "schoolLevel" | "insurance" | "authority" | "crime" | "sex" | "species" | "rank" | "capital" | "hospital" | "credential")[]; statisticalCode: string | null; codeEvidence: "cited" | "inferred" | "unchecked" | null; ownerProfile: string | null; pillar: Pillar | null; aggregation: Aggregation | null; weightIndicatorId: string | null; formula: string | null };
export type IndicatorFieldsInput = { name: string; synonyms: (string)[]; unit: string | null; unitFactors: ({ unit: string; factor: number })[]; measure: Measure; direction: "up" | "down" | "none" | "rank"; cumulative: boolean; decimals: number | null; breakdowns: ("sector" | "area" | "ethnicity" | "schoolLevel" | "insurance" | "authority" | "crime" | "sex" | "species" | "rank" | "capital" | "hospital" | "credential")[]; statisticalCode: string | null; codeEvidence: "cited" | "inferred" | "unchecked" | null; ownerProfile: string | null; pillar: Pillar | null; aggregation?: Aggregation | null; weightIndicatorId?: string | null; formula?: string | null };
export type IndicatorFigure = { id: string; name: string; variant: string | null; op: Comparison; value: number; value2: number | null; of: number | null; unit: string | null; change: Change; basis: Basis; period: { from: string; to: string } | null; tier: Tier; documentId: string; documentNumber: string | null; documentTitle: string | null; documentState: DocumentState; issuer: string | null; issuedOn: string | null; quote: string; valueQuote: string | null; line: string };
export type IndicatorMatching = "name" | "synonym" | "words" | "officer";
export type IndicatorPoint = { id: string; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; base: string | null; year: number | null; yearFrom: number | null; documentId: string; documentNumber: string | null; documentTitle: string | null; documentState: DocumentState; issuer: string | null; issuedOn: string | null; tier: Tier; quote: string; valueQuote: string | null; line: string; matchedBy: IndicatorMatching | null; certainty: number | null; review: ReviewState; version: number };
export type IndicatorSummary = { id: string; name: string; unit: string | null; measure: Measure; direction: "up" | "down" | "none" | "rank"; cumulative: boolean; pillar: Pillar | null; ownerProfile: string | null; statisticalCode: string | null; targets: number; documents: number; years: { from: number; to: number } | null };
export type JobRecord = { id: string; queue: QueueName; state: JobState; createdAt: string; startedAt: string | null; endedAt: string | null; nextAt: string | null; attempts: number; failure: string | null };
export type JobState = "created" | "retry" | "active" | "completed" | "cancelled" | "failed";
export type JoinableDuty = { id: string; kind: DutyKind; parentId: string | null; rootId: string; agency: Named; content: string | null; product: string | null; authority: string | null; period: string | null; startsOn: string | null; firstDue: string | null; due: string | null; waitsFor: string | null; waitsForDuty: string | null; stage: DutyStage; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; daysLeft: number | null; because: "wrongCompetence" | "wrongTime" | "duplicate" | "other" | "decided" | "ended" | "moved" | "joined" | "above" | null; becauseWords: string | null; joinedInto: string | null; givenAt: string; officer: Named | null; share: number | null; confidence: Confidence | null; doneOn: string | null; version: number; missing: ("person" | "work" | "responsibility" | "product" | "time" | "authority")[]; origins: (DutyOrigin)[]; submissionId: string | null; like: "counterpart" | "words" | null };
export type Judgement = "confirmed" | "rejected";
export type JudgementVerb = "confirm" | "sendBack" | "takeBack";
export type KeyDraft = { name: string; scopes: (KeyScope)[]; days: number };
export type KeyRecord = { id: string; name: string; scopes: (KeyScope)[]; madeAt: string; endsAt: string; usedAt: string | null; usedFrom: string | null };
export type KeyScope = "figures" | "work" | "documents" | "calendar";
export type LadderDocument = { id: string; name: string; steps: ({ kind: LadderStepKind; days: number })[] };
export type LadderStepKind = "dueSoon" | "dueToday" | "overdue" | "toHead" | "toLeader";
export type LeaderList = { leader: Named; leaders: (Named)[]; since: { id: string; title: string; heldOn: string } | null; rows: ({ id: string; addedAt: string; note: string; noteVersion: number; facts: MatterFacts })[] };
export type ListColumn = { header: string; at: number };
export type ListColumnInput = { header: string; at: number };
export type ListPreview = { sheets: (string)[]; mapping: FigureMapping; gaps: ("agency" | "indicator" | "period" | "value")[]; missing: (string)[]; head: (string)[]; rows: (ListedRow)[] };
export type ListedRow = { row: number; cells: (string)[]; figures: ({ value: number | null; missing: Missing | null; agency: Named; indicator: Named; unit: string | null; line: string; period: string; span: FigureSpan; basis: FigureBasis; reason: string })[]; faults: (RowFault)[] };
export type ListedStanding = { id: string; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; year: number | null; yearFrom: number | null; tier: Tier; documentId: string; documentNumber: string | null; quote: string; group: string | null; pillar: Pillar | null; indicatorId: string | null; line: string; indicatorUnit: string | null; decimals: number | null; standing: Standing; confidence: Confidence | null; agencyIds: (string)[]; sparkline: ({ day: string; value: number; basis: FigureBasis })[] };
export type ListingPage = { offset?: number; limit?: number };
export type LiveServer = { number: number; name: string; since: string; here: boolean };
export type MailWay = "now" | "digest" | "off";
export type MatchedBy = "name" | "alias" | "spelling" | "near" | "officer";
export type Matter = { kind: "target"; documentId: string; targetId: string } | { kind: "duty"; dutyId: string } | { kind: "agency"; agencyId: string };
export type MatterFacts = { key: string; matter: Matter; name: string; source: { quote: string; documentId: string; documentNumber: string | null; findingId: string } | null; agencies: (Named)[]; now: Stand; before: Stand | null; stage: DutyStage | null; daysLeft: number | null; dataDay: string | null; said: { at: string; agency: Named; words: string } | null; nextDue: string | null };
export type MatterInput = { kind: "target"; documentId: string; targetId: string } | { kind: "duty"; dutyId: string } | { kind: "agency"; agencyId: string };
export type Measure = "level" | "growth" | "reduction" | "share" | "count" | "index" | "condition";
export type MentionRole = "lead" | "coord" | "monitor" | "named";
export type Missing = "notApplicable" | "notYet";
export type Move = { kind: "merge" | "split" | "rename" | "transfer" | "abolish"; from: string; to: string | null; field: string | null; name: string | null };
export type MoveInput = { kind: "merge" | "split" | "rename" | "transfer" | "abolish"; from: string; to: string | null; field: string | null; name: string | null };
export type Named = { id: string; name: string };
export type NewAgency = { id: string; name: string; kind: string; tier: string; profile: string | null; placeId: string | null; parentId: string | null; symbol: string | null };
export type NewAgencyFields = { kind: AgencyKind; names: ({ kind: "official" | "alias" | "abbreviation"; name: string; validFrom: string | null; validUntil: string | null })[]; symbol: string | null; exchangeCode: string | null; contact: string | null; validFrom: string | null; validUntil: string | null; tier: Tier; placeId: string | null; parentId: string | null };
export type Note = { code: NoteCode; span: Span | null; findingId: string | null; detail: string | null; suggestion: string | null; reasons: (DoubtReason)[] };
export type NoteCode = "numberMissing" | "issuerMissing" | "dateMissing" | "titleMissing" | "kindUnknown" | "periodUnknown" | "pageNotRead" | "tableNotUnderstood" | "columnNotUnderstood" | "timeNotUnderstood" | "leadMissing" | "agencyUnknown" | "rowIncomplete" | "spellingSuspected" | "figureSuspected" | "dateImpossible" | "yearOutOfRange" | "yearUnknown" | "unitMissing" | "valueImpossible" | "rangeReversed" | "baselineUnchanged" | "partsNotHundred" | "valuesDiffer" | "duplicated" | "nameCut" | "scanDoubtful" | "readingUncertain" | "envelopeNumberDiffers" | "envelopeDayDiffers" | "envelopeIssuerDiffers" | "envelopeSubjectDiffers" | "envelopeHoldsMore";
export type NoticeChoice = { kinds: Record<string, NoticeWays>; digestAt: string; quietFrom: string; quietUntil: string; language: "vi" | "en"; weeklyOn: number | null };
export type NoticeChoiceInput = { kinds: Record<string, NoticeWaysInput>; digestAt: string; quietFrom: string; quietUntil: string; language: "vi" | "en"; weeklyOn?: number | null };
export type NoticeDetails = { what?: string; agency?: string; by?: string; reason?: string; due?: string; days?: number; words?: string };
export type NoticeKind = "assigned" | "named" | "dutyReturned" | "dutyInsisted" | "dutyReassigned" | "dutyDropped" | "taskChanged" | "conditionMet" | "handedOver" | "submitted" | "progressReturned" | "resultReported" | "resultConfirmed" | "resultSentBack" | "reportAsked" | "reportSubmitted" | "reportReturned" | "reportSent" | "reportSentBack" | "reportApproved" | "summarySubmitted" | "summaryReturned" | "summarySigned" | "summaryPublished" | "correctionAsked" | "correctionGranted" | "correctionRefused" | "dueAsked" | "dueGranted" | "dueRefused" | "obstacleRaised" | "obstacleAnswered" | "questionAsked" | "questionAnswered" | "dueSoon" | "dueToday" | "overdue" | "toHead" | "toLeader" | "urged" | "accountReviewDue";
export type NoticeRecord = { id: number; kind: NoticeKind; urgent: boolean; dutyId: string | null; documentId: string | null; roundId: string | null; details: NoticeDetails; at: string; readAt: string | null };
export type NoticeRule = { usual: NoticeWays; appOptional: boolean; mail: (MailWay)[]; webhook: boolean };
export type NoticeRuleInput = { usual: NoticeWaysInput; appOptional: boolean; mail: (MailWay)[]; webhook: boolean };
export type NoticeWays = { app: boolean; mail: MailWay; webhook: boolean };
export type NoticeWaysInput = { app: boolean; mail: MailWay; webhook: boolean };
export type ObstacleItem = { what: string; impact: string; deciderId: string | null; wantedBy: string | null; id: string; dutyId: string; agencyId: string; raised: { at: string; by: Named }; answer: { text: string; at: string; by: Named } | null; closedAt: string | null; version: number; may: (ObstacleVerb)[] };
export type ObstacleVerb = "answer" | "close" | "reopen";
export type OutlineSection = { key: string; title: string; level: number; guide: string; owners: { all: true } | { agencies: (string)[]; groups: (string)[] } };
export type OutlineSectionInput = { key: string; title: string; level: number; guide: string; owners: { all: true } | { agencies: (string)[]; groups: (string)[] } };
export type Overview = { day: string; than: string; thanYear: number | null; now: { targets: Record<"met" | "onPath" | "behind" | "noData", number>; atRisk: number; duties: Record<"doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue", number>; longOverdue: number }; before: { targets: Record<"met" | "onPath" | "behind" | "noData", number>; atRisk: number; duties: Record<"doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue", number>; longOverdue: number }; figuresFrom: string | null; figuresTo: string | null; newFigures: number; changedTargets: { total: number; rows: ({ target: { id: string; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; year: number | null; yearFrom: number | null; tier: Tier; documentId: string; documentNumber: string | null; quote: string; group: string | null; pillar: Pillar | null; indicatorId: string | null; line: string; indicatorUnit: string | null; decimals: number | null; confidence: Confidence | null; agencyIds: (string)[] }; before: Standing; now: Standing })[] }; changedDuties: ({ kind: "done" | "overdue" | "extended" | "extensionRefused"; total: number; rows: (ChangedDuty)[] })[]; agencies: ({ agency: Named; duties: Record<"doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue", number>; targets: Record<"met" | "onPath" | "behind" | "noData", number> })[]; pillars: ({ targets: Record<"met" | "onPath" | "behind" | "noData", number>; pillar: PillarOrNone })[]; groups: ({ targets: Record<"met" | "onPath" | "behind" | "noData", number>; group: string })[]; rules: { documentId: string | null; rules: PathRules; version: number } };
export type Page = { width: number; height: number; turn?: number; slope?: number; picture?: boolean };
export type Paragraph = { kind: "paragraph"; span: Span; gaps?: (Span)[]; marker?: string; heading?: number; bold?: boolean; italic?: boolean; align?: "left" | "center" | "right" | "justify"; level?: number; pageBreak?: boolean; address?: string };
export type PastFigure = { id: string; span: Span; valueSpan: Span | null; section: (string)[]; group: string | null; name: string; variant: string | null; op: Comparison; value: number; value2: number | null; of: number | null; unit: string | null; change: Change; basis: Basis; period: { from: string; to: string } | null; tier: Tier; agencies: (string)[]; targetId: string | null };
export type PathMethod = "linear" | "seasonal" | "trajectory" | "steady";
export type PathRules = { slight: number; far: number; lateDays: number };
export type PathRulesInput = { slight?: number; far?: number; lateDays?: number };
export type PeerGroup = { kind: AgencyKind; tier: Tier };
export type PeriodKind = "month" | "quarter" | "half" | "nineMonths" | "year" | "fiveYears" | "schoolYear" | "free";
export type PersonAccount = { state: "invited" | "active" | "locked" | "left"; seenAt: string | null; secondFactor: boolean; lockedUntil: string | null; sessions: number };
export type Pillar = "economy" | "infrastructure" | "society" | "environment" | "security" | "reform" | "politics";
export type PillarOrNone = "economy" | "infrastructure" | "society" | "environment" | "security" | "reform" | "politics" | "none";
export type Place = { start: number; end: number; page: number; x: number; y: number; width: number; height: number };
export type PlaceKind = "province" | "centralCity" | "district" | "urbanDistrict" | "town" | "provincialCity" | "commune" | "ward" | "township" | "specialZone";
export type PlaceShape = { placeId: string; name: string; code: string | null; tier: BoundaryTier; shape: ((([number, number])[])[])[] };
export type PlanDraftContent = { form: PlanForm; issuerId: string | null; date: string | null; about: string; bases: (string)[]; purpose: string; carryingOut: string; targets: (DraftTarget)[]; tasks: (DraftTask)[] };
export type PlanDraftContentInput = { form?: PlanForm; issuerId: string | null; date: string | null; about: string; bases: (string)[]; purpose?: string; carryingOut?: string; targets: (DraftTargetInput)[]; tasks: (DraftTaskInput)[] };
export type PlanForm = "assignment" | "actionPlan";
export type Post = { role: Role; agencyId: string };
export type PostToEnd = { until: string; seenUntil: string | null };
export type PostToGive = { role: Role; agencyId: string; from: string };
export type ProgressFields = { share: number | null; result: boolean; doneText: string; proposal: string; confidence: Confidence | null; withoutEvidence: string };
export type ProgressGap = "nothingSaid" | "resultWithoutText" | "resultWithoutEvidence" | "piecesOpen";
export type ProgressItem = { share: number | null; result: boolean; doneText: string; proposal: string; confidence: Confidence | null; withoutEvidence: string; id: string; dutyId: string; agencyId: string; author: Named; stage: ProgressStage; createdAt: string; changedAt: string; returned: { at: string; by: Named; because: string } | null; sent: { at: string; by: Named } | null; judgement: { at: string; by: Named; verdict: Verdict; because: string | null } | null; version: number; may: (ProgressVerb)[]; judge: (JudgementVerb)[]; gap: ProgressGap | null };
export type ProgressStage = "draft" | "submitted" | "returned" | "sent";
export type ProgressVerb = "save" | "submit" | "withdraw" | "send" | "approve" | "return" | "drop" | "takeOver";
export type ProposalRules = { overdueDays?: number; obstacleDays?: number };
export type ProposedBasis = { id: string; words: string };
export type Publication = { because: Unpublishable | null; version: number; state: "never" | "planned" | "published" | "withdrawn"; from: string | null; reason: string; changedBy: Named | null; changedAt: string | null; items: (PublishableItem)[] };
export type PublishableItem = { kind: FindingKind; id: string; quote: string; namesPerson: boolean; shown: boolean };
export type QuestionItem = { id: string; dutyId: string; askedFor: string; asked: { at: string; by: Named }; question: string; answerBy: string | null; answer: { text: string; at: string; by: Named } | null; draft: { text: string; at: string; by: Named; version: number } | null; version: number; may: (QuestionVerb)[] };
export type QuestionVerb = "draftAnswer" | "answer";
export type QueueName = "mail" | "webhook" | "tell" | "digest" | "urging" | "recurring" | "passwordLink" | "rematch" | "rematchAgencies" | "evidenceText";
export type QueueRecord = { name: QueueName; paused: boolean; waiting: number; active: number; failed: number; lastDoneAt: string | null; schedule: string | null };
export type RankedAgency = { agency: Named; place: number | null; score: { criteria: ({ criterion: Criterion; count: number; of: number; share: number | null; points: number | null; most: number })[]; states: Record<"doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue", number>; standings: Record<"met" | "onPath" | "behind" | "noData", number>; openObstacles: number; score: number | null; covered: number; className: string | null } };
export type RankingFilter = { period: string; asOf?: string; kind?: AgencyKind; tier?: Tier; near?: string; sort?: "score" | "name" | "tasks" | "targets" | "onTime" | "complete" | "quality" | "updated" | "responsible" | "signedIn" | "obstacles"; order?: "asc" | "desc" };
export type RankingPage = { period: string; from: string; to: string; last: string; asOf: string; scale: EmulationScale | null; rules: ScaleRules; group: PeerGroup; province: Named | null; groups: ({ kind: AgencyKind; tier: Tier; count: number })[]; rows: (RankedAgency)[] };
export type ReceivedEnvelope = { id: string; fileName: string; header: EnvelopeHeader; parts: ({ name: string; size: number; hash: string; kept: boolean })[]; receivedAt: string };
export type Reference = { number: string; date: string | null; span: Span; kind: string | null; issuer: string | null; part: string | null; relation: "basis" | "implements" | "amends" | "replaces" | "repeals" | "mentions" };
export type RegimeContent = "text" | "figures" | "both";
export type RegimeFieldsInput = { name: string; kind: RegimeKind; content: RegimeContent; legalBasis: string; every: PeriodKind; calendar: ReportingCalendar; receiverId: string; method: string; guide: string; closing: ClosingInput; deadlines: Record<string, number>; asks: AsksInput; outline: (OutlineSectionInput)[]; opensBefore: number | null; validFrom: string; validUntil: string | null; reporters: ({ agencyId: string } | { groupId: string })[]; lines: (RegimeLineInput)[] };
export type RegimeFile = { id: string; part: RegimeFilePart; name: string; kind: EvidenceKind; size: number; added: { at: string; by: Named }; ended: { at: string; by: Named } | null; replaces: string | null };
export type RegimeFilePart = "form" | "guide";
export type RegimeKind = "periodic" | "thematic" | "adHoc";
export type RegimeLine = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; agencyId: string | null };
export type RegimeLineInput = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; agencyId: string | null };
export type RegimeRecord = { name: string; kind: RegimeKind; content: RegimeContent; legalBasis: string; every: PeriodKind; calendar: ReportingCalendar; receiverId: string; method: string; guide: string; closing: Closing; deadlines: Record<string, number>; asks: Asks; outline: (OutlineSection)[]; opensBefore: number | null; validFrom: string; validUntil: string | null; reporters: ({ agencyId: string } | { groupId: string })[]; lines: (RegimeLine)[]; id: string; version: number; names: Record<string, string> };
export type RegimeSummary = { id: string; name: string; kind: RegimeKind; content: RegimeContent; every: PeriodKind; calendar: ReportingCalendar; opensBefore: number | null; validFrom: string; validUntil: string | null; version: number; receiver: { id: string; name: string }; rounds: number };
export type RegisterChange = { at: string; verb: string; subjectKind: string; subjectId: string; documentId: string | null; dutyId: string | null };
export type RegisterCounts = { documents: number; targets: number; tasks: number; notes: number; documentsByYearAndKind: ({ year: number | null; kind: "nghi_quyet" | "quyet_dinh" | "ke_hoach" | "ke_hoach_hanh_dong" | "chuong_trinh" | "phu_luc" | "khac"; count: number })[]; targetsByGroupAndYear: ({ group: string; year: number | null; count: number })[]; tasksByLeadAndDue: ({ key: string; agency: string; due: "by" | "during" | "ongoing" | "recurring" | "conditional" | "reference" | "none"; count: number })[] };
export type Rehearsal = { id: string; state: ReorganisationState; version: number; own: boolean; event: ReorganisationEvent; names: Record<string, string>; ceasing: (string)[]; faults: (Fault)[]; counts: { ended: number; made: number; joined: number; waiting: number; tasks: number; targets: number; documents: number; agencies: number }; along: { duties: number; parts: number; reports: number; people: number }; flows: (Flow)[]; options: Record<string, (HeirChoice)[]>; choices: (RehearsedChoice)[]; moved: ({ work: string; role: MentionRole; from: (string)[]; to: string; field: string | null; pending: boolean })[]; movedLeftOut: number; works: Record<string, { documentId: string; documentNumber: string | null; findingKind: FindingKind; findingId: string; quote: string; section: (string)[]; group: string | null }> };
export type RehearsedChoice = { assignmentId: number; work: string; role: MentionRole; from: string; mayStay: boolean; heirs: (HeirChoice)[] | null; suggestion: { heirs: (HeirChoice)[]; because: (string)[]; how: "words" | "headings" | "indicator" | "already" | "land" } | null };
export type RelatedDocument = { document: DocumentSummary; relation: "basis" | "implements" | "amends" | "replaces" | "repeals" | "mentions"; later: boolean };
export type Relation = "below" | "amends";
export type RemarkKind = "comment" | "returned";
export type ReorganisationEvent = { title: string; legalBasis: string; effectiveOn: string; newAgencies: (NewAgency)[]; moves: (Move)[] };
export type ReorganisationState = "planned" | "applied";
export type ReportPage = { round: { id: string; title: string }; report: ReportRecord | null; sections: (ReportSection)[]; contributors: ({ submissionId: string; agency: Named })[]; corrected: (CorrectedValue)[]; may: (ReportVerb)[]; mayBegin: boolean };
export type ReportRecord = { id: string; title: string; stage: ReportStage; returnedBecause: string | null; signed: { at: string; by: Named } | null; number: string | null; issuedOn: string | null; publishedAt: string | null; addressees: (string)[]; recipients: (string)[]; version: number };
export type ReportSection = { key: string; title: string; level: number; content: (ContentBlock)[]; lastDraft: (ContentBlock)[] | null; owed: number; sent: number; changed: { at: string; by: Named } | null; version: number };
export type ReportStage = "collecting" | "drafting" | "submitted" | "returned" | "signed" | "published";
export type ReportVerb = "edit" | "submit" | "withdraw" | "return" | "sign" | "publish";
export type ReportingCalendar = "administrative" | "statistical" | "school";
export type RequestFailure = { at: string; requestId: string; method: string; route: string; code: string; reason: string; place: string };
export type Review = { document: ReviewedDocument; items: (ReviewItem)[]; undo: { operation: string; verb: string; count: number } | null };
export type ReviewActionInput = { verb: "accept" | "reject" | "reopen"; items: ({ kind: FindingKind; id: string; version: number })[]; reason?: string } | { verb: "correct"; item: { kind: FindingKind; id: string; version: number }; change: { kind: "target"; fields: { span?: SpanInput; valueSpan?: SpanInput | null; section?: (string)[]; group?: string | null; ordinal?: string | null; listed?: boolean; name?: string; variant?: string | null; op?: Comparison; value?: number | null; value2?: number | null; of?: number | null; unit?: string | null; change?: Change; base?: string | null; year?: number | null; yearFrom?: number | null; tier?: Tier; agencies?: (string)[]; parentId?: string | null } } | { kind: "task"; fields: { span?: SpanInput; section?: (string)[]; group?: string | null; ordinal?: string | null; lead?: (string)[]; coord?: (string)[]; monitor?: (string)[]; timeRaw?: string | null; time?: DueInput; productRaw?: string | null; fundingRaw?: string | null; noteRaw?: string | null } }; reason?: string } | { verb: "split"; item: { kind: FindingKind; id: string; version: number }; parts: (DraftInput)[] } | { verb: "join"; items: ({ kind: FindingKind; id: string; version: number })[]; fields?: DraftInput } | { verb: "add"; draft: DraftInput } | { verb: "setAgencies"; items: ({ kind: FindingKind; id: string; version: number })[]; role: MentionRole; agencies: ({ name: string; meaning: { agencyId: string } | { groupId: string } | null })[]; reason?: string } | { verb: "resolveAgency"; item: { kind: FindingKind; id: string; version: number }; role: MentionRole; position: number; meaning: { agencyId: string } | { groupId: string } | null; everywhere: boolean } | { verb: "chooseMembers"; item: { kind: FindingKind; id: string; version: number }; role: MentionRole; position: number; agencyIds: (string)[] } | { verb: "chooseIndicator"; items: ({ kind: FindingKind; id: string; version: number })[]; indicatorId: string | null } | { verb: "undo" };
export type ReviewCounts = { all: number; undecided: number; remarked: number; keep: number; lock: number; endPosts: number; left: number };
export type ReviewDecision = "keep" | "lock" | "endPosts";
export type ReviewDue = { agency: Named; due: string; lastClosedAt: string | null; openId: string | null; pressing: boolean };
export type ReviewItem = { id: string; version: number; review: ReviewState; position: number; quote: string; notes: (Note)[]; mentions: ({ role: MentionRole; position: number; name: string; agency: Named | null; group: { id: string; name: string; chosenByOfficer: boolean; members: (Named)[] | null } | null; matchedBy: MatchedBy | null; heirs: (Named)[] })[]; blockers: ("leadMissing" | "leadUnresolved" | "membersNotChosen" | "timeUnreadable")[]; may: ("accept" | "reject" | "reopen" | "correct" | "split" | "join" | "add" | "setAgencies" | "resolveAgency" | "chooseMembers" | "chooseIndicator" | "undo")[]; last: { verb: string; by: Named; at: string } | null; kind: "target"; record: Target; valueQuote: string | null; indicator: { id: string; name: string; line: string; matchedBy: string | null; certainty: number | null } | null } | { id: string; version: number; review: ReviewState; position: number; quote: string; notes: (Note)[]; mentions: ({ role: MentionRole; position: number; name: string; agency: Named | null; group: { id: string; name: string; chosenByOfficer: boolean; members: (Named)[] | null } | null; matchedBy: MatchedBy | null; heirs: (Named)[] })[]; blockers: ("leadMissing" | "leadUnresolved" | "membersNotChosen" | "timeUnreadable")[]; may: ("accept" | "reject" | "reopen" | "correct" | "split" | "join" | "add" | "setAgencies" | "resolveAgency" | "chooseMembers" | "chooseIndicator" | "undo")[]; last: { verb: string; by: Named; at: string } | null; kind: "task"; record: Task };
export type ReviewState = "proposed" | "accepted" | "rejected" | "replaced";
export type ReviewedAccount = { userId: string; version: number; decision: ReviewDecision | null; reason: string | null; decidedAt: string | null; decidedBy: Named | null; facts: AccountFacts; may: (ReviewDecision)[] };
export type ReviewedDocument = { id: string; state: DocumentState; version: number; validFrom: string | null; validUntil: string | null; undecided: number; blocked: number; accepted: number; may: (StateVerb)[]; mayAdd: boolean };
export type Role = "administrator" | "coordinator" | "leader" | "head" | "officer" | "supervisor";
export type RoundAction = { verb: "close" | "reopen"; version: number; words?: string };
export type RoundColumn = { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; name: string; unit: string | null; decimals: number | null; computed: boolean; rule: Aggregation; whole: { value: number | null; missing: Missing | null; counted: number; lacking: number; formula: boolean } | null };
export type RoundFile = { id: string; part: RegimeFilePart; name: string; kind: EvidenceKind; size: number; added: { at: string; by: Named }; ended: { at: string; by: Named } | null; replaces: string | null; sinceOpening: boolean };
export type RoundMeasures = { sent: { count: number; of: number }; onTime: { count: number; of: number }; approved: { count: number; of: number }; figures: { count: number; of: number }; sections: { count: number; of: number } };
export type RoundPage = { round: RoundRecord; asks: Asks; guide: string; outline: (OutlineSection)[]; receiver: Named; measures: RoundMeasures; may: { close: boolean; reopen: boolean } };
export type RoundRecord = { id: string; regime: Named; period: string; calendar: ReportingCalendar; from: string; to: string; title: string; content: RegimeContent; openedAt: string; openedBy: Named | null; closedAt: string | null; submissions: number; stages: Record<string, number>; firstDue: string | null; lastDue: string | null; version: number };
export type RoundSheet = { period: string; columns: (RoundColumn)[]; rows: ({ submissionId: string; agency: Named; stage: SubmissionStage; sentAt: string | null; cells: (FigureValue | null)[] })[] };
export type Row = { span: Span; cells: (Cell)[]; header?: boolean };
export type RowFault = { row: number; column: string; value: string; code: "agencyMissing" | "agencyUnknown" | "agencyUnsure" | "indicatorMissing" | "indicatorUnknown" | "indicatorAmbiguous" | "indicatorComputed" | "indicatorWithoutNumber" | "periodMissing" | "periodUnreadable" | "periodNotOver" | "spanUnknown" | "basisUnknown" | "notANumber" | "unitUnknown" | "twice" | "thereAlready" | "unusual"; detail: Record<string, string | number> };
export type SavedMapping = { name: string; mapping: FigureMapping; changedBy: Named; changedAt: string; version: number };
export type SavedSearch = { id: string; name: string; query: string };
export type Saving = { id: string; window: string; number: number; version: number; fields: ProgressFields };
export type ScaleRules = { points: Record<string, number>; classes: ({ name: string; from: number })[]; lowest: string; leastCovered: number };
export type ScaleRulesInput = { points: Record<string, number>; classes: ({ name: string; from: number })[]; lowest: string; leastCovered: number };
export type ScorecardItem = { kind: "duty" | "report" | "target" | "obstacle" | "agency"; id: string; within: string | null; what: string; count: number; of: number; because: "doneOnTime" | "doneLate" | "openOverdue" | "good" | "behind" | "noFigure" | "sentOnTime" | "sentLate" | "notSent" | "filled" | "gaps" | "clean" | "sentBack" | "corrected" | "said" | "silent" | "neverSaid" | "hasOfficer" | "noOfficer" | "came" | "nobodyCame" | "nobody" | "settled" | "open" };
export type ScorecardPage = { period: string; from: string; to: string; last: string; asOf: string; scale: EmulationScale | null; rules: ScaleRules; agency: Named; group: PeerGroup; score: { criteria: ({ criterion: Criterion; count: number; of: number; share: number | null; points: number | null; most: number })[]; states: Record<"doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue", number>; standings: Record<"met" | "onPath" | "behind" | "noData", number>; openObstacles: number; score: number | null; covered: number; className: string | null } };
export type SearchAnswer = { total: number; more: boolean; hits: (SearchHit)[]; facets: { kind: (SearchChoice)[]; year: (SearchChoice)[]; agency: (SearchChoice)[]; standing: (SearchChoice)[] }; meant: (string)[] };
export type SearchChoice = { value: string; label: string; count: number };
export type SearchHit = { kind: SearchKind; id: string; title: string | null; pieces: (SnippetPiece)[]; standing: SearchStanding; day: string | null; span: Span | null; document: { id: string; kind: DocumentKind; number: string | null; title: string | null } | null; agency: { id: string; name: string } | null; duty: { id: string; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; due: string | null } | null; roundId: string | null; others: number };
export type SearchKind = "document" | "passage" | "target" | "task" | "duty" | "progress" | "obstacle" | "question" | "evidence" | "evidenceText" | "section" | "report" | "indicator" | "agency" | "person";
export type SearchStanding = "current" | "ended" | "inReview";
export type Secrecy = "confidential" | "secret" | "topSecret";
export type SectionText = { section: OutlineSection; content: (ContentBlock)[]; changed: { at: string; by: Named } | null; version: number };
export type Sending = "onTime" | "late" | "waiting" | "overdue";
export type Session = { user: { id: string; name: string; email: string } | null; posts: ({ role: Role; agencyId: string; agencyName: string })[]; may: (Verb)[]; must: "changePassword" | "addSecondFactor" | null; idleSeconds: number | null; providers: ({ id: string; name: string })[]; passwordLinks: boolean; demoAccounts: ({ email: string; name: string; password: string; role: Role; agencyName: string })[]; maxFileBytes: number; readableExtensions: (string)[] };
export type SignInEntry = { id: number; at: string; outcome: SignInOutcome; account: string; person: Named | null; proof: SignInProof | null; provider: string | null; asked: string | null; address: string; device: string };
export type SignInOutcome = "opened" | "refused" | "denied";
export type SignInProof = "password" | "code";
export type Sizes = { database: number; files: number; tables: ({ name: string; bytes: number; rows: number })[] };
export type SlowQuestions = { source: "database" | "server"; questions: ({ text: string; times: number; meanMs: number; mostMs: number })[] };
export type SnippetPiece = { text: string; hit: boolean };
export type SourcedNumber = { source: FigureSource; value: number };
export type SourcedNumberInput = { source: FigureSourceInput; value: number };
export type Span = { start: number; end: number };
export type SpanInput = { start: number; end: number };
export type Stand = { kind: "target"; standing: Standing; unit: string | null } | { kind: "duty"; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; share: number | null } | { kind: "agency"; duties: Record<"doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue", number>; targets: Record<"met" | "onPath" | "behind" | "noData", number> };
export type Standing = { state: StandingState; degree: "slight" | "far" | null; because: "noNumber" | "noIndicator" | "otherUnit" | "noYear" | "noBase" | "notBegun" | "noFigure" | "lacking" | "apart" | "old" | "noPath" | null; value: number | null; period: string | null; periodTo: string | null; basis: FigureBasis | null; span: FigureSpan | null; computed: boolean; agencyIds: (string)[]; age: number | null; aim: { low: number | null; high: number | null } | null; expected: { low: number | null; high: number | null } | null; method: PathMethod | null; start: { value: number; year: number } | null; share: number | null; gap: number | null; ended: boolean; rules: PathRules };
export type StandingState = "met" | "onPath" | "behind" | "noData";
export type StandingStory = { from: string; to: string; aim: { low: number | null; high: number | null }; expected: ({ low: number | null; high: number | null; day: string; slack: number })[]; actual: ({ period: string; day: string; value: number; basis: FigureBasis; computed: boolean })[]; forecast: { day: string; value: number; method: "sameShare" | "evenPace" | "straightLine" } | null };
export type StateVerb = "beginReview" | "issue" | "takeBack" | "supersede" | "withdraw" | "reinstate";
export type StocktakeDecision = { id: string; itemId: string; agency: Named; content: string; due: string | null; version: number; duty: { id: string; stage: DutyStage; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; daysLeft: number | null; due: string | null; share: number | null } | null };
export type StocktakeFields = { title: string; heldOn: string; begins: string; ends: string; place: string; chairId: string; secretary: string; agencies: (string)[] };
export type StocktakeItem = { id: string; kept: boolean; reasons: (AgendaReason)[]; discussion: string; version: number; facts: MatterFacts; decisions: (StocktakeDecision)[] };
export type StocktakePage = { stocktake: { id: string; agency: Named; title: string; heldOn: string; chair: Named; stage: StocktakeStage; items: number; decisions: number; notGiven: number; version: number; begins: string; ends: string; place: string; secretary: string; agencies: (Named)[] }; items: (StocktakeItem)[]; last: { id: string; title: string; heldOn: string; decisions: (StocktakeDecision)[] } | null; holds: boolean };
export type StocktakeStage = "planned" | "held";
export type StocktakeSummary = { id: string; agency: Named; title: string; heldOn: string; chair: Named; stage: StocktakeStage; items: number; decisions: number; notGiven: number; version: number };
export type StoredBatch = { importId: string; stored: number; replaced: number; same: number };
export type StoryItem = { id: number; at: string; by: { id: string; name: string }; verb: string; subjectId: string; reason: string | null; before: Record<string, unknown> | null; after: Record<string, unknown> | null; kind: "duty" | "progress" | "evidence" | "obstacle" | "dueChange" | "question" | "submission" | "follow" } | { kind: "urging"; id: number; at: string; step: string; due: string; people: number };
export type StoryKind = "duty" | "progress" | "evidence" | "obstacle" | "dueChange" | "question" | "submission" | "follow" | "urging";
export type SubmissionAction = { verb: "submit" | "withdraw" | "send" | "approve"; version: number } | { verb: "return" | "sendBack"; version: number; words: string; cells?: ({ indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; words: string })[] };
export type SubmissionDuties = { rows: (SubmissionDuty)[]; total: number; silent: number; from: string; to: string };
export type SubmissionDuty = { id: string; what: string; stage: DutyStage; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; daysLeft: number | null; due: string | null; share: number | null; said: { at: string; words: string; share: number | null } | null };
export type SubmissionPage = { submission: SubmissionRecord; round: { id: string; title: string; regime: Named; period: string; calendar: ReportingCalendar; from: string; to: string; content: RegimeContent; asks: Asks; guide: string; closedAt: string | null }; outline: ({ key: string; title: string; level: number; guide: string; owners: { all: true } | { agencies: (string)[]; groups: (string)[] }; number: string })[]; may: (SubmissionVerb)[] };
export type SubmissionRecord = { id: string; roundId: string; dutyId: string; agency: Named; asked: Named; tier: Tier; firstDue: string | null; due: string | null; stage: SubmissionStage; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; daysLeft: number | null; cells: number; filled: number; sections: (string)[]; written: number; begunAt: string | null; submitted: { at: string; by: Named } | null; firstSentAt: string | null; sending: Sending; sent: { at: string; by: Named } | null; returned: { at: string; by: Named; because: string; inside: boolean } | null; approved: { at: string; by: Named } | null; version: number };
export type SubmissionSections = { sections: ({ section: OutlineSection; content: (ContentBlock)[]; changed: { at: string; by: Named } | null; version: number; before: (ContentBlock)[] | null })[]; beforeTitle: string | null; corrected: (CorrectedValue)[] };
export type SubmissionStage = "asked" | "drafting" | "submitted" | "sent" | "returned" | "approved";
export type SubmissionVerb = "fill" | "submit" | "withdraw" | "send" | "return" | "approve" | "sendBack";
export type Table = { kind: "table"; span: Span; rows: (Row)[]; borderless?: boolean };
export type Target = { id: string; span: Span; valueSpan: Span | null; section: (string)[]; group: string | null; ordinal: string | null; listed: boolean; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; base: string | null; year: number | null; yearFrom: number | null; tier: Tier; agencies: (string)[]; parentId: string | null; confidence: number };
export type TargetFilter = { q?: string; document?: (string)[] | string; year?: (number)[] | number; group?: (string)[] | string; agency?: (string)[] | string; tier?: (string)[] | string; indicator?: (string)[] | string; listed?: "true" | "false"; noted?: "true" | "false"; asOf?: string; state?: (DocumentState)[] | DocumentState; review?: (ReviewState)[] | ReviewState; sort?: "document" | "name" | "year" | "value" | "unit" | "agencies"; order?: "asc" | "desc" };
export type TargetRecord = { id: string; span: Span; valueSpan: Span | null; section: (string)[]; group: string | null; ordinal: string | null; listed: boolean; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; base: string | null; year: number | null; yearFrom: number | null; tier: Tier; agencies: (string)[]; parentId: string | null; confidence: number; documentId: string; documentNumber: string | null; documentTitle: string | null; quote: string; valueQuote: string | null; notes: (Note)[]; past: (FigureBeside)[]; documentState: DocumentState; review: ReviewState; validFrom: string | null; validUntil: string | null; movedTo: (Named)[]; indicatorId: string | null; indicatorName: string | null; indicatorLine: string | null };
export type TargetStanding = { id: string; name: string; variant: string | null; op: Comparison; value: number | null; value2: number | null; of: number | null; unit: string | null; change: Change; year: number | null; yearFrom: number | null; tier: Tier; documentId: string; documentNumber: string | null; quote: string; group: string | null; pillar: Pillar | null; indicatorId: string | null; line: string; indicatorUnit: string | null; decimals: number | null; standing: Standing; confidence: Confidence | null; agencyIds: (string)[] };
export type TargetStory = { target: TargetStanding; agencies: (Named)[]; story: StandingStory | null; monthly: ({ day: string; value: number; basis: FigureBasis })[]; steps: ({ documentId: string; id: string; documentNumber: string | null; quote: string; year: number; value: number })[]; path: { method: PathMethod; points: ({ period: string; value: number })[]; version: number } | null };
export type Task = { id: string; source: "table" | "prose"; span: Span; section: (string)[]; group: string | null; ordinal: string | null; lead: (string)[]; coord: (string)[]; monitor: (string)[]; timeRaw: string | null; time: Due; productRaw: string | null; fundingRaw: string | null; noteRaw: string | null; confidence: number };
export type TaskFilter = { q?: string; document?: (string)[] | string; year?: (number)[] | number; group?: (string)[] | string; agency?: (string)[] | string; role?: (AssignmentRole)[] | AssignmentRole; due?: ("by" | "during" | "ongoing" | "recurring" | "conditional" | "reference" | "none")[] | "by" | "during" | "ongoing" | "recurring" | "conditional" | "reference" | "none"; noted?: "true" | "false"; asOf?: string; state?: (DocumentState)[] | DocumentState; review?: (ReviewState)[] | ReviewState; sort?: "document" | "content" | "lead" | "time"; order?: "asc" | "desc" };
export type TaskRecord = { id: string; source: "table" | "prose"; span: Span; section: (string)[]; group: string | null; ordinal: string | null; lead: (string)[]; coord: (string)[]; monitor: (string)[]; timeRaw: string | null; time: Due; productRaw: string | null; fundingRaw: string | null; noteRaw: string | null; confidence: number; documentId: string; documentNumber: string | null; documentTitle: string | null; quote: string; notes: (Note)[]; documentState: DocumentState; review: ReviewState; validFrom: string | null; validUntil: string | null; movedTo: (Named)[] };
export type TemplateFault = { code: "unclosed" | "unopened" | "malformed" | "unknown" | "elsewhere" | "missing" | "endMissing" | "startMissing" | "crossing" | "listAsText" | "blockAsText" | "textAsBlock" | "blockNotAlone" | "blockMisplaced" | "trackedChanges" | "comment" | "macro" | "embedded" | "linkedOutside" | "field" | "strict"; found: string; place: TemplatePlace; suggestion: string | null };
export type TemplateJudged = { kept: TemplateRecord | null; faults: (TemplateFault)[]; unused: (string)[] };
export type TemplateKind = "report" | "plan" | "actionPlan" | "urgingLetter" | "extensionNotice" | "scorecard" | "minutes" | "conclusions";
export type TemplatePlace = { part: "body" | "header" | "footer" | "notes" | "file"; textBox: boolean; paragraph: number | null; cell: { table: number; row: number; cell: number } | null; excerpt: string };
export type TemplatePlaceholder = { typed: string; name: string; within: string | null; required: boolean };
export type TemplateRecord = { id: string; kind: TemplateKind; fileName: string; by: Named; at: string };
export type TemplateScope = { kind: TemplateKind; issuedBy: "state" | "party"; agencyId: string | null };
export type TemplateShown = { pages: (string)[]; check: FormCheck };
export type TemplateUse = { id: number; kind: TemplateKind; issuedBy: "state" | "party"; agency: Named | null; from: string; template: { id: string; fileName: string } | null; by: Named; at: string };
export type Tier = "national" | "province" | "district" | "commune";
export type UnattendedDuty = { id: string; what: string; agency: Named; officer: Named | null; due: string | null; givenOn: string; saidOn: string | null; faults: (HealthFault)[] };
export type Unmatched = { at: number; name: string | null; code: string | null; why: "noArea" | "noCode" | "unknownCode" | "otherDay" | "twice" };
export type Unpublishable = "notIssued" | "secret";
export type UploadRecord = { id: string; fileName: string; size: number; received: number; expiresAt: string };
export type Verb = "readRegister" | "readReview" | "importDocuments" | "reviewDocuments" | "issueDocuments" | "publishDocuments" | "compareDocuments" | "changeAgencies" | "changeIndicators" | "reorganise" | "changeCalendar" | "changePaths" | "seeScorecard" | "compareAgencies" | "changeScale" | "seeMyWork" | "seeDuty" | "assignWork" | "answerDuty" | "divideDuty" | "writeProgress" | "approveProgress" | "judgeResult" | "raiseObstacle" | "answerObstacle" | "askDueChange" | "decideDueChange" | "urge" | "askQuestion" | "answerQuestion" | "follow" | "seeStocktakes" | "holdStocktakes" | "seeReporting" | "changeRegimes" | "openRounds" | "fillSubmission" | "approveSubmission" | "judgeSubmission" | "askCorrection" | "decideCorrection" | "importFigures" | "writeReport" | "signReport" | "makeDocuments" | "draftPlans" | "changeTemplates" | "sendFiles" | "manageUsers" | "changeSettings" | "manageJobs" | "readAudit";
export type Verdict = "confirmed" | "sentBack";
export type Vital = { name: VitalName; state: "good" | "warning" | "bad" | "unknown"; word: "unknown" | "databaseNone" | "databaseUnreached" | "databaseOld" | "databaseLetters" | "databaseReached" | "migrationsAhead" | "migrationsBehind" | "migrationsDone" | "backupNever" | "backupOld" | "backupFresh" | "logArchiveNone" | "logArchiveEmpty" | "logArchiveFails" | "logArchiveRuns" | "jobsFailed" | "jobsWaiting" | "jobsDone" | "attachmentsAway" | "attachmentsDamaged" | "attachmentsWhole" | "scannerNone" | "scannerAnswers" | "scannerSilent" | "diskFull" | "diskTight" | "diskFree" | "clockApart" | "clockTogether" | "filesOpen" | "filesUnreadable" | "filesClosed" | "fontsThere" | "fontsMissing" | "recognitionThere" | "recognitionMissing" | "officeThere" | "officeMissing" | "mailNone" | "mailAnswers" | "mailSilent"; values: Record<string, string | number> };
export type VitalName = "database" | "migrations" | "backup" | "logArchive" | "jobs" | "attachments" | "disk" | "clock" | "files" | "fonts" | "recognition" | "office" | "mail" | "scanner";
export type WebhookAttempt = { id: number; jobId: string; kind: string; at: string; milliseconds: number; status: number | null; failure: WebhookFailure | null; kept: boolean };
export type WebhookDraft = { name: string; address: string; kinds: (NoticeKind)[]; active: boolean };
export type WebhookFailure = "inner" | "timeout" | "unreachable" | "status";
export type WebhookRecord = { name: string; address: string; kinds: (NoticeKind)[]; active: boolean; id: string; version: number; createdAt: string };
export type WholeDuty = { page: DutyPage; report: DutyReport; story: DutyStory };
export type WorkItem = { task: WorkTask; duty: { id: string; kind: DutyKind; what: string; agency: Named; officer: Named | null; stage: DutyStage; state: "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue" | null; due: string | null; daysLeft: number | null; share: number | null; version: number; submissionId: string | null }; about: { id: string; version: number; by: Named | null; at: string; words: string; until: string | null; answered: boolean; draft: { version: number; text: string } | null } | null };
export type WorkList = { task: WorkTask; section: WorkSection; verbs: (string)[]; total: number; items: (WorkItem)[]; next: string | null };
export type WorkRules = { soonDays: number; returnDays: number };
export type WorkRulesInput = { soonDays?: number; returnDays?: number };
export type WorkSection = "decide" | "approve" | "back" | "today" | "coming" | "asked";
export type WorkTask = "decideReturned" | "decideDue" | "answerObstacle" | "judge" | "judgeSubmission" | "escalated" | "approve" | "approveSubmission" | "redoProgress" | "redoSubmission" | "redoResult" | "accept" | "answerQuestion" | "overdue" | "dueToday" | "finishDraft" | "coming" | "asked";
export type WorkbookComparison = { changes: ({ cell: string; name: string; unit: string | null; old: { value: number | null; missing: Missing | null; reason: string }; change: CellChange; checks: ({ code: "magnitude" | "outlier" | "outOfRange" | "negative" | "notWhole" | "partOverWhole" | "partsOverWhole" | "growthDiffers" | "fellSinceBefore" | "spansDiffer"; detail: Record<string, number> })[]; meanwhile: { by: Named | null; at: string | null } | null })[]; faults: ({ cell: string; code: "altered" | "formula" | "notANumber" | "unitUnknown" | "tooLarge" | "reasonTooLong"; value: string })[]; same: number };
export type WrittenEventInput = { title: string; legalBasis: string; effectiveOn: string; newAgencies: ({ id: string; name: string; symbol: string | null })[]; moves: (MoveInput)[] };
export type WrittenFormat = "docx" | "pdf";
/** By method and address. An answer that is a file comes as the whole Response. */
export interface Operations {
  /** For whom a link of an invitation or of a forgotten password is (public) */
  'POST /api/account-links/look': {
    body: { token: string };
    answer: { kind: "invitation" | "password"; name: string; email: string };
  };
  /** Choose a password by such a link; it works once (public) */
  'POST /api/account-links': {
    body: { token: string; name: string | null; password: string };
    answer: Record<string, never>;
  };
  /** Close a review in which every account was decided on (manageUsers) */
  'POST /api/account-reviews/:id/close': {
    params: { id: string };
    body: { note: string | null };
    answer: Record<string, never>;
  };
  /** Keep accounts, lock them, or end their posts, with a reason (manageUsers) */
  'POST /api/account-reviews/:id/decisions': {
    params: { id: string };
    body: { decision: ReviewDecision; reason: string | null; accounts: ({ userId: string; version: number })[] };
    answer: Record<string, never>;
  };
  /** A review as a spreadsheet (manageUsers) */
  'GET /api/account-reviews/:id/export': {
    params: { id: string };
    query?: { language?: "vi" | "en" };
    answer: Response;
  };
  /** A review with its accounts, in the order of the alphabet (manageUsers) */
  'GET /api/account-reviews/:id': {
    params: { id: string };
    query?: { show?: "all" | "undecided" | "remarked"; q?: string; offset?: number; limit?: number };
    answer: { review: AccountReview; counts: ReviewCounts; accounts: (ReviewedAccount)[]; total: number };
  };
  /** When the accounts of the agencies that one administers are to be reviewed, and the reviews there were (manageUsers) */
  'GET /api/account-reviews': {
    query?: { offset?: number; limit?: number };
    answer: { months: number; due: (ReviewDue)[]; reviews: (AccountReview)[]; total: number };
  };
  /** Begin a review of the accounts that the administrators of an agency look after, or go on in the open one (manageUsers) */
  'POST /api/account-reviews': {
    body: { agencyId: string };
    answer: { id: string };
  };
  /** End a key (ownAccount) */
  'DELETE /api/account/keys/:id': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** One's own keys for other programs (ownAccount) */
  'GET /api/account/keys': {
    answer: { keys: (KeyRecord)[] };
  };
  /** A new key for another program; it is told this once (ownAccount) */
  'POST /api/account/keys': {
    body: KeyDraft;
    answer: { key: string };
  };
  /** Change one's own name (ownAccount) */
  'POST /api/account/name': {
    body: { name: string };
    answer: Record<string, never>;
  };
  /** Change one's own password; ends all other sessions (ownAccount) */
  'POST /api/account/password': {
    body: { present: string; next: string };
    answer: Record<string, never>;
  };
  /** New recovery codes; the old ones are worth nothing from then on (ownAccount) */
  'POST /api/account/recovery-codes': {
    body: { password: string };
    answer: { recoveryCodes: (string)[] };
  };
  /** A new key for an authenticator, as letters and as a picture (ownAccount) */
  'POST /api/account/second-factor/begin': {
    body: { password: string };
    answer: { key: string; picture: string };
  };
  /** Do without a second factor (ownAccount) */
  'POST /api/account/second-factor/remove': {
    body: { password: string };
    answer: Record<string, never>;
  };
  /** The first code shows that the authenticator has the key; gives the recovery codes (ownAccount) */
  'POST /api/account/second-factor': {
    body: { code: string };
    answer: { recoveryCodes: (string)[] };
  };
  /** End one of one's own sessions (ownAccount) */
  'DELETE /api/account/sessions/:id': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** End all of one's own sessions but this one (ownAccount) */
  'DELETE /api/account/sessions': {
    answer: Record<string, never>;
  };
  /** When one's own account was last signed in to, or somebody failed to (ownAccount) */
  'GET /api/account/sign-ins': {
    answer: { entries: (SignInEntry)[] };
  };
  /** One's own account and sessions (ownAccount) */
  'GET /api/account': {
    answer: Account;
  };
  /** Exactly the items that one number of a scorecard counts, each with why (seeScorecard) */
  'GET /api/agencies/:id/scorecard/items': {
    params: { id: string };
    query: { period: string; asOf?: string; criterion: Criterion; offset?: number; limit?: number };
    answer: { total: number; rows: (ScorecardItem)[] };
  };
  /** The official notice of how an agency did in a period, each criterion in its appendix, as .docx or .pdf (makeDocuments) */
  'POST /api/agencies/:id/scorecard/notice': {
    params: { id: string };
    body: { period: string; asOf?: string; format?: DocumentFormat };
    answer: Response;
  };
  /** How one agency did in a period: each criterion with what was counted and of how much (seeScorecard) */
  'GET /api/agencies/:id/scorecard': {
    params: { id: string };
    query: { period: string; asOf?: string };
    answer: ScorecardPage;
  };
  /** Tasks and targets that an agency has on a day (readRegister) */
  'GET /api/agencies/:id/work': {
    params: { id: string };
    query?: { asOf?: string; role?: string; offset?: number; limit?: number };
    answer: { total: number; rows: (AgencyWork)[] };
  };
  /** One agency with its names, its history, and how much work it has on a day (readRegister) */
  'GET /api/agencies/:id': {
    params: { id: string };
    query?: AsOf;
    answer: { agency: Agency; summary: AgencySummary; parent: { id: string; name: string } | null; cameFrom: (AgencyEvent)[]; wentTo: (AgencyEvent)[]; work: ({ findingKind: "target" | "task"; role: string; count: number })[]; story: (ActionRecord)[] };
  };
  /** Names, days and contact of an agency, whole (changeAgencies) */
  'POST /api/agencies/:id': {
    params: { id: string };
    body: { fields: AgencyFields; version: number; reason?: string };
    answer: { agency: Agency };
  };
  /** What each filter offers under the others (readRegister) */
  'GET /api/agencies/choices': {
    query?: AgencyFilter;
    answer: { tier: (Choice)[]; kind: (Choice)[]; place: (Choice)[] };
  };
  /** Agencies and groups by what is typed of their names; those of the document’s place stand first (readRegister) */
  'GET /api/agencies/search': {
    query: { q: string; limit?: number; asOf?: string; document?: string; place?: string };
    answer: { agencies: (AgencySummary)[]; groups: ({ id: string; name: string; chosenByOfficer: boolean })[] };
  };
  /** Agencies in force on a day (readRegister) */
  'GET /api/agencies': {
    query?: { q?: string; tier?: (string)[] | string; kind?: (string)[] | string; place?: (string)[] | string; asOf?: string; sort?: "name" | "place" | "since"; order?: "asc" | "desc"; offset?: number; limit?: number };
    answer: { total: number; rows: (AgencySummary)[] };
  };
  /** An agency that the register does not have yet (changeAgencies) */
  'POST /api/agencies': {
    body: { fields: NewAgencyFields; reason?: string };
    answer: { agency: Agency };
  };
  /** Who belongs to a group on a day (readRegister) */
  'GET /api/agency-groups/:id/members': {
    params: { id: string };
    query?: { asOf?: string; document?: string; place?: string };
    answer: { agencies: (AgencySummary)[] };
  };
  /** Who changed a group, latest first (readRegister) */
  'GET /api/agency-groups/:id/story': {
    params: { id: string };
    answer: { actions: (ActionRecord)[] };
  };
  /** Name, spellings and rule of a group, whole (changeAgencies) */
  'POST /api/agency-groups/:id': {
    params: { id: string };
    body: { fields: GroupFields; version: number; reason?: string };
    answer: { group: AgencyGroup };
  };
  /** Who would belong to a group of this rule on a day; stores nothing (readRegister) */
  'POST /api/agency-groups/tried': {
    body: { rule: ({ scope: "national" | "provinces" | "province" | "district" | "own" | "districts" | "communes" | "below"; kinds: (AgencyKind)[]; profiles?: (string)[]; placeKinds: (PlaceKind)[] })[]; asOf?: string; place?: string };
    answer: { agencies: (AgencySummary)[] };
  };
  /** The groups that documents name, and the provinces whose members can be asked for (readRegister) */
  'GET /api/agency-groups': {
    query?: AsOf;
    answer: { groups: (AgencyGroup)[]; places: ({ id: string; name: string; kind: PlaceKind })[]; usualPlace: string | null };
  };
  /** A group that documents name and the register does not have yet (changeAgencies) */
  'POST /api/agency-groups': {
    body: { fields: GroupFields; reason?: string };
    answer: { group: AgencyGroup };
  };
  /** Kinds of bodies that provinces have, as parts of groups name them (changeAgencies) */
  'GET /api/agency-profiles': {
    answer: { profiles: (Named)[] };
  };
  /** Open work by agency: as the documents gave it out, or on the map of the day (readRegister) */
  'GET /api/agency-work': {
    query?: { map?: "filed" | "today"; asOf?: string };
    answer: { agencies: (FiledWorkAgencyWork)[] };
  };
  /** The answers as .xlsx or .csv, all of them or the gaps only (readRegister) */
  'GET /api/alignment/export': {
    query: { higher: string; lower?: (string)[] | string; gaps?: "true" | "false"; format: "xlsx" | "csv"; language?: "vi" | "en" };
    answer: Response;
  };
  /** What of a higher document the lower ones answer, and how (readRegister) */
  'GET /api/alignment': {
    query: { higher: string; lower?: (string)[] | string };
    answer: Alignment;
  };
  /** Who follows a target, a duty or an agency, and what stocktakes decided about it (readRegister) */
  'GET /api/attention': {
    query: { matter: string };
    answer: Attention;
  };
  /** The kinds of deeds and subjects, and the people, that the log holds (readAudit) */
  'GET /api/audit/choices': {
    answer: { verbs: (string)[]; kinds: (string)[]; people: ({ id: string; name: string })[] };
  };
  /** Whether the whole chain of the log holds (readAudit) */
  'GET /api/audit/verification': {
    query?: { head?: string };
    answer: AuditVerification;
  };
  /** What was done, by whom and from where, latest first (readAudit) */
  'GET /api/audit': {
    query?: { q?: string; user?: string; verb?: string; kind?: string; document?: string; from?: string; to?: string; limit?: number; before?: number };
    answer: { entries: (AuditEntry)[] };
  };
  /** Take a file of boundaries away: maps no longer show by it (changeSettings) */
  'DELETE /api/boundaries/:id': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** Where the own province and its districts or communes lie, as of a day: polygons of longitude and latitude (readRegister) */
  'GET /api/boundaries/shapes': {
    query: { tier: BoundaryTier; asOf?: string };
    answer: { shapes: (PlaceShape)[] };
  };
  /** Files of boundaries that were loaded, with what of each shows no place and why (changeSettings) */
  'GET /api/boundaries': {
    answer: { sets: (BoundarySet)[] };
  };
  /** Load boundaries of provinces, districts or communes as of a day (multipart: "order" with tier, day and source, then "file", GeoJSON in degrees) (changeSettings) */
  'POST /api/boundaries': {
    body: FormData | { upload: string; order?: unknown };
    answer: BoundarySet;
  };
  /** A day off, a day worked in exchange, or a day as usual; open deadlines on a day off move to the next working day (changeCalendar) */
  'POST /api/calendar/:day': {
    params: { day: string };
    body: { fields: DayFields; version: number; reason?: string };
    answer: { day: CalendarDay | null; moved: number; movedTo: string | null };
  };
  /** Every day that is off though in the week, or worked though at its end, in order (readRegister) */
  'GET /api/calendar': {
    answer: { days: (CalendarDay)[] };
  };
  /** The table behind a chart as .xlsx: nothing is read for it but what is sent (readRegister) */
  'POST /api/chart-tables': {
    body: ChartTable;
    answer: Response;
  };
  /** Grant it, refuse it, or take it back (seeReporting) */
  'POST /api/corrections/:id': {
    params: { id: string };
    body: { verb: CorrectionVerb; version: number; because: string };
    answer: CorrectionItem;
  };
  /** Corrections of locked figures, latest first (seeReporting) */
  'GET /api/corrections': {
    query?: { open?: "true" | "false"; submissionId?: string; roundId?: string; page?: number };
    answer: { corrections: (CorrectionItem)[]; more: boolean };
  };
  /** Ask for another value in the place of a figure that is locked (askCorrection) */
  'POST /api/corrections': {
    body: { value: number | null; missing: Missing | null; figureId: number; reason: string };
    answer: CorrectionItem;
  };
  /** Confirm or reject that two findings belong together, or take that back (compareDocuments) */
  'POST /api/counterparts': {
    body: { relation: Relation; kind: "target" | "task"; documentId: string; findingId: string; otherDocumentId: string; otherFindingId: string | null; judgement: Judgement | null; reason?: string };
    answer: { done: true };
  };
  /** What is due, as an iCalendar feed; the key is one that was made for a calendar (public) */
  'GET /api/deadlines/:key': {
    params: { key: string };
    answer: Response;
  };
  /** What a document makes of an earlier one: unchanged, changed, new, dropped (readRegister) */
  'GET /api/documents/:id/amending/:earlier': {
    params: { id: string; earlier: string };
    answer: Amending;
  };
  /** An envelope that tells the sender of a document how far it is; nothing is sent (importDocuments) */
  'GET /api/documents/:id/envelopes/:envelope/answer': {
    params: { id: string; envelope: string };
    query: { status: EnvelopeStatus; words?: string };
    answer: Response;
  };
  /** A file that came beside a document in an envelope of the document axis (readRegister) */
  'GET /api/documents/:id/envelopes/:envelope/files/:position': {
    params: { id: string; envelope: string; position: number };
    answer: Response;
  };
  /** The original file, unchanged (readRegister) */
  'GET /api/documents/:id/file': {
    params: { id: string };
    answer: Response;
  };
  /** A page of the original file as a picture (WebP); pages count from 1 (readRegister) */
  'GET /api/documents/:id/pages/:page': {
    params: { id: string; page: number };
    query: { width: "480" | "800" | "1240" | "1860" };
    answer: Response;
  };
  /** What of a document is in force, as the decision that assigns it or issues it as an action plan: .docx, .pdf, or its tables as .xlsx (makeDocuments) */
  'GET /api/documents/:id/plan': {
    params: { id: string };
    query: { format: "docx" | "pdf" | "edxml" | "xlsx"; form?: PlanForm };
    answer: Response;
  };
  /** Take a document away from the public (publishDocuments) */
  'POST /api/documents/:id/publication/withdrawal': {
    params: { id: string };
    body: { version: number; reason: string };
    answer: Publication;
  };
  /** Whether the public sees a document, from which day, and which of its targets and tasks (readRegister) */
  'GET /api/documents/:id/publication': {
    params: { id: string };
    answer: Publication;
  };
  /** Publish a document from a day, but for what is kept back; sentences that name a person stay back in any case (publishDocuments) */
  'POST /api/documents/:id/publication': {
    params: { id: string };
    body: { version: number; from: string; reason: string; keptBack: ({ kind: FindingKind; id: string })[] };
    answer: Publication;
  };
  /** Documents of the register that this one names, or that name it (readRegister) */
  'GET /api/documents/:id/related': {
    params: { id: string };
    answer: { related: (RelatedDocument)[] };
  };
  /** Changes and people present, as server-sent events (readReview) */
  'GET /api/documents/:id/review/events': {
    params: { id: string };
    answer: Response;
  };
  /** What the reader finds in a selected stretch of the text; stores nothing (reviewDocuments) */
  'POST /api/documents/:id/review/reading': {
    params: { id: string };
    body: { span: SpanInput };
    answer: { drafts: (Draft)[] };
  };
  /** The findings of a document in the order to review them (readReview) */
  'GET /api/documents/:id/review': {
    params: { id: string };
    answer: Review;
  };
  /** One action on findings of a document, whole or not at all (reviewDocuments) */
  'POST /api/documents/:id/review': {
    params: { id: string };
    body: ReviewActionInput;
    answer: { document: ReviewedDocument; undo: { operation: string; verb: string; count: number } | null; operation: string; changed: (ReviewItem)[]; removed: ({ kind: FindingKind; id: string })[] };
  };
  /** Take a document a step on: into review, issued, superseded, withdrawn, or back (issueDocuments) */
  'POST /api/documents/:id/state': {
    params: { id: string };
    body: { verb: StateVerb; version: number; reason?: string; day?: string; acceptRest?: boolean };
    answer: { document: ReviewedDocument };
  };
  /** What was done with a document, or with one of its findings, latest first (readRegister) */
  'GET /api/documents/:id/story': {
    params: { id: string };
    query?: { kind?: FindingKind; finding?: string; limit?: number; before?: number };
    answer: { actions: (ActionRecord)[] };
  };
  /** A document with its text, blocks and everything found in it (readRegister) */
  'GET /api/documents/:id': {
    params: { id: string };
    answer: DocumentDetail;
  };
  /** All documents, or those in force on a day, newest issued first (readRegister) */
  'GET /api/documents': {
    query?: AsOf;
    answer: { documents: (DocumentSummary)[] };
  };
  /** The official notice of an extension that was granted, as .docx or .pdf (makeDocuments) */
  'POST /api/due-changes/:id/notice': {
    params: Id;
    body: { format: DocumentFormat };
    answer: Response;
  };
  /** Grant it as proposed or with another day, refuse it, or take it back (decideDueChange) */
  'POST /api/due-changes/:id': {
    params: Id;
    body: { verb: "grant"; version: number; due: string; reason?: string } | { verb: "refuse"; version: number; reason: string } | { verb: "withdraw"; version: number };
    answer: DueChangeItem;
  };
  /** One thing done with a duty: accepted, returned, decided on, divided … (seeDuty) */
  'POST /api/duties/:id/actions': {
    params: { id: string };
    body: DutyAction;
    answer: DutyPage;
  };
  /** Which agencies can get a part of a duty (seeDuty) */
  'GET /api/duties/:id/agencies-below': {
    params: { id: string };
    answer: { agencies: (Named)[] };
  };
  /** Ask for another deadline, before it has passed (askDueChange) */
  'POST /api/duties/:id/due-changes': {
    params: Id;
    body: { id: string; reason: string; dueProposed: string };
    answer: DueChangeItem;
  };
  /** Add a file to a duty, or to a draft about it (writeProgress) */
  'POST /api/duties/:id/evidence': {
    params: Id;
    query?: { progress?: string; note?: string };
    body: FormData | { upload: string; order?: unknown };
    answer: Evidence;
  };
  /** Open duties of the same agency that may be the same work: those whose sentences an officer has set beside its own first (seeDuty) */
  'GET /api/duties/:id/joinable': {
    params: { id: string };
    answer: { duties: (JoinableDuty)[] };
  };
  /** Say what stands in the way of a duty (raiseObstacle) */
  'POST /api/duties/:id/obstacles': {
    params: Id;
    body: { what: string; impact: string; deciderId: string | null; wantedBy: string | null; id: string };
    answer: ObstacleItem;
  };
  /** Who can be the officer in charge of a duty (seeDuty) */
  'GET /api/duties/:id/officers': {
    params: { id: string };
    answer: { people: (Named)[] };
  };
  /** Add the document that resulted, by its number and day (writeProgress) */
  'POST /api/duties/:id/products': {
    params: Id;
    body: { number: string; date: string | null; id: string; progressId: string | null; note?: string };
    answer: Evidence;
  };
  /** Save a draft, the first time or again (writeProgress) */
  'POST /api/duties/:id/progress': {
    params: Id;
    body: Saving;
    answer: ProgressItem;
  };
  /** Ask the agency that answers for a duty (askQuestion) */
  'POST /api/duties/:id/questions': {
    params: Id;
    body: { id: string; question: string; answerBy: string | null };
    answer: QuestionItem;
  };
  /** What was reported, asked and decided about a duty, and what whoever asks may do with each (seeDuty) */
  'GET /api/duties/:id/report': {
    params: Id;
    answer: DutyReport;
  };
  /** Everything that became of a duty, newest first, page by page (seeDuty) */
  'GET /api/duties/:id/story': {
    params: Id;
    query?: { kind?: (StoryKind)[] | StoryKind; limit?: number; after?: string };
    answer: DutyStory;
  };
  /** Everything a duty's page shows: the duty, what was reported, asked and decided, and the first page of its story; as of a past day what all that was then (seeDuty) */
  'GET /api/duties/:id/whole': {
    params: { id: string };
    query?: { asOf?: string };
    answer: WholeDuty;
  };
  /** One duty: what it comes from, the chain above and below it, who has to do with it, and what may be done (seeDuty) */
  'GET /api/duties/:id': {
    params: { id: string };
    answer: DutyPage;
  };
  /** How many duties there are at each stage and in each state (seeDuty) */
  'GET /api/duties/counts': {
    query?: DutyFilter;
    answer: DutyCounts;
  };
  /** Urge whoever has these duties, of which those that are overdue count (urge) */
  'POST /api/duties/urge': {
    body: { dutyIds: (string)[]; words?: string };
    answer: { urged: number };
  };
  /** Duties, page by page (seeDuty) */
  'GET /api/duties': {
    query?: { q?: string; document?: (string)[] | string; agency?: (string)[] | string; below?: string; role?: "lead" | "coord" | "monitor"; officer?: (string)[] | string; stage?: (DutyStage)[] | DutyStage; state?: ("doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue")[] | "doneOnTime" | "doneLate" | "openInTime" | "dueSoon" | "openOverdue" | "noDue"; kind?: (DutyKind)[] | DutyKind; dueFrom?: string; dueTo?: string; tier?: (Tier)[] | Tier; year?: number; asOf?: string; sort?: "due" | "given"; order?: "asc" | "desc"; limit?: number; after?: string };
    answer: { rows: (DutyRecord)[]; next: string | null };
  };
  /** By what scorecards are judged: all scales that were set, each with its day and decision, and the proposal (seeScorecard) */
  'GET /api/emulation-scales': {
    answer: { scales: (EmulationScale)[]; inForce: number | null; proposed: ScaleRules };
  };
  /** A scale from a day on, with the decision that sets it; those before stay for their days (changeScale) */
  'POST /api/emulation-scales': {
    body: { validFrom: string; decisionNumber: string; decisionDate: string; rules: ScaleRulesInput; seen: number | null };
    answer: { scales: (EmulationScale)[]; inForce: number | null; proposed: ScaleRules };
  };
  /** A file as it was added (seeDuty) */
  'GET /api/evidence/:id/file': {
    params: Id;
    answer: Response;
  };
  /** Remove evidence from a draft (writeProgress) */
  'DELETE /api/evidence/:id': {
    params: Id;
    answer: Record<string, never>;
  };
  /** Store up to 10,000 figures whole, or none of them: refused with a fault for each that is wrong (`faults`). With an Idempotency-Key the same request may be sent again and gets the first answer (importFigures) */
  'POST /api/figure-batches': {
    body: FigureBatch;
    answer: StoredBatch;
  };
  /** The rows that were not taken as a file, each with its reason (importFigures) */
  'GET /api/figure-imports/:id/refused-rows': {
    params: { id: string };
    query?: { format?: "xlsx" | "csv"; language?: "vi" | "en" };
    answer: Response;
  };
  /** Cancel an import that runs: nothing of it is stored (importFigures) */
  'DELETE /api/figure-imports/:id': {
    params: { id: string };
    answer: FigureImport;
  };
  /** How far an import is, or how it ended (importFigures) */
  'GET /api/figure-imports/:id': {
    params: { id: string };
    answer: FigureImport;
  };
  /** What the first rows of a .csv or .xlsx become (multipart: "order" = {mapping, sheet} as JSON, then "file"); without a mapping one is guessed (importFigures) */
  'POST /api/figure-imports/preview': {
    body: FormData | { upload: string; order?: unknown };
    answer: ListPreview;
  };
  /** Imports of figures, latest first (importFigures) */
  'GET /api/figure-imports': {
    query?: { offset?: number; limit?: number };
    answer: { total: number; imports: (FigureImport)[] };
  };
  /** Store the figures of a .csv or .xlsx (multipart: "order" = {mapping, choices} as JSON, then "file") (importFigures) */
  'POST /api/figure-imports': {
    body: FormData | { upload: string; order?: unknown };
    answer: FigureImport;
  };
  /** Every value that a figure has had (readRegister) */
  'GET /api/figures/history': {
    query: { indicatorId: string; line: string; span: FigureSpan; basis: FigureBasis; agencyId: string; period: string; calendar: ReportingCalendar };
    answer: { figures: (Figure)[] };
  };
  /** Why it is followed: for the leader, and whoever prepares the list (follow) */
  'POST /api/follows/:id/note': {
    params: { id: string };
    body: { note: string; version: number };
    answer: { version: number };
  };
  /** Take something off the list (follow) */
  'DELETE /api/follows/:id': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** What is on the lists that one looks after, in short (follow) */
  'GET /api/follows/brief': {
    answer: FollowedBriefly;
  };
  /** What a leader follows in person: where each stands, what changed since the last stocktake, what was said last (follow) */
  'GET /api/follows': {
    query?: { leader?: string };
    answer: LeaderList | null;
  };
  /** Put a target, a duty or an agency on the list of a leader (follow) */
  'POST /api/follows': {
    body: { leaderId: string; matter: MatterInput };
    answer: { id: string };
  };
  /** Where a .docx departs from the form of official documents (multipart, field "file"); nothing of it is kept (signedIn) */
  'POST /api/form-check': {
    body: FormData | { upload: string; order?: unknown };
    answer: FormCheck;
  };
  /** Whether this server runs; it does not ask the database (public) */
  'GET /api/health': {
    answer: { state: "ok" };
  };
  /** Keep a mapping no longer (importFigures) */
  'DELETE /api/import-mappings/:name': {
    params: { name: string };
    query: { version: number };
    answer: Record<string, never>;
  };
  /** Mappings of files that are kept under a name (importFigures) */
  'GET /api/import-mappings': {
    answer: { mappings: (SavedMapping)[] };
  };
  /** Keep a mapping under a name; version 0 makes a new one (importFigures) */
  'POST /api/import-mappings': {
    body: { name: string; mapping: FigureMappingInput; version: number };
    answer: SavedMapping;
  };
  /** Cancel a running import (nothing of it stays), or dismiss the line of an ended one (importDocuments) */
  'DELETE /api/imports/:id': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** My imports that are running or ended in the last hour and were not dismissed, newest first (importDocuments) */
  'GET /api/imports': {
    answer: { imports: (ImportRecord)[] };
  };
  /** Read a document file and store what it holds (importDocuments) */
  'POST /api/imports': {
    body: FormData | { upload: string; order?: unknown };
    answer: ImportRecord;
  };
  /** An indicator in its parts at the end of a month: by land of the own province, by line, or by agency (readRegister) */
  'GET /api/indicators/:id/breakdown': {
    params: { id: string };
    query?: { asOf?: string; by?: BreakdownBy; line?: string; tier?: Tier; day?: string };
    answer: Breakdown;
  };
  /** Each agency’s figures of one period, with the submission that each comes from (readRegister) */
  'GET /api/indicators/:id/figures/agencies': {
    params: { id: string };
    query: { line?: string; asOf?: string; period: string };
    answer: { figures: (Figure)[] };
  };
  /** What was reported and approved of an indicator, period by period, made one by its rule, and the values that were replaced (readRegister) */
  'GET /api/indicators/:id/figures': {
    params: { id: string };
    query?: { line?: string; asOf?: string };
    answer: { points: (FigurePoint)[]; revisions: (Figure)[]; formula: string | null };
  };
  /** One indicator, its targets through the years and what documents state of years gone by, each with its sentence (readRegister) */
  'GET /api/indicators/:id': {
    params: { id: string };
    query?: { asOf?: string };
    answer: { indicator: Indicator; points: (IndicatorPoint)[]; figures: (IndicatorFigure)[] };
  };
  /** Change what the catalogue says of an indicator; targets are matched anew where its words say so (changeIndicators) */
  'POST /api/indicators/:id': {
    params: { id: string };
    body: { fields: IndicatorFieldsInput; version: number; reason?: string };
    answer: { indicator: Indicator };
  };
  /** What a new indicator made from a target would say; stores nothing (changeIndicators) */
  'GET /api/indicators/draft': {
    query: { documentId: string; targetId: string };
    answer: { fields: IndicatorFields };
  };
  /** By indicator: what the province in whose land whoever asks is at work has reported of it of late (readRegister) */
  'GET /api/indicators/sparklines': {
    query?: { asOf?: string };
    answer: { sparklines: Record<string, ({ day: string; value: number; basis: FigureBasis })[]> };
  };
  /** The catalogue of indicators, with how many targets each has (readRegister) */
  'GET /api/indicators': {
    query?: { asOf?: string };
    answer: { indicators: (IndicatorSummary)[]; matching: { done: number; total: number } | null };
  };
  /** A new indicator; targets of all documents that bear its names become its own (changeIndicators) */
  'POST /api/indicators': {
    body: { fields: IndicatorFieldsInput; source?: string };
    answer: { indicator: Indicator; matched: number };
  };
  /** Try a job again now that failed or waits for its next attempt (manageJobs) */
  'POST /api/jobs/:id/retry': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** Let a queue rest on all servers, or go on (manageJobs) */
  'POST /api/jobs/queues/:queue/pause': {
    params: { queue: QueueName };
    body: { paused: boolean };
    answer: { queues: (QueueRecord)[]; mail: boolean };
  };
  /** Run now what otherwise comes at its time (manageJobs) */
  'POST /api/jobs/queues/:queue/run': {
    params: { queue: "digest" | "urging" | "recurring" };
    answer: Record<string, never>;
  };
  /** The queues of jobs and how many wait in each (manageJobs) */
  'GET /api/jobs/queues': {
    answer: { queues: (QueueRecord)[]; mail: boolean };
  };
  /** Send a letter to oneself (manageJobs) */
  'POST /api/jobs/test-letter': {
    answer: Record<string, never>;
  };
  /** Jobs with their state and why they failed, latest first (manageJobs) */
  'GET /api/jobs': {
    query?: { queue?: QueueName; state?: JobState; limit?: number; before?: string };
    answer: { jobs: (JobRecord)[] };
  };
  /** The items of one task, page by page (seeMyWork) */
  'GET /api/my-work/:task': {
    params: { task: WorkTask };
    query?: { limit?: number; after?: string };
    answer: WorkList;
  };
  /** Everything that waits for whoever asks: the first items of each task that has any, and how many there are (seeMyWork) */
  'GET /api/my-work': {
    query?: { each?: number };
    answer: { day: string; lists: (WorkList)[] };
  };
  /** What people may choose for one kind of notice; refused where it is no longer what was seen (changeSettings) */
  'POST /api/notice-rules/:kind': {
    params: { kind: NoticeKind };
    body: { seen: NoticeRuleInput; rule: NoticeRuleInput };
    answer: Record<string, never>;
  };
  /** How the person is told, and what of it may be chosen (signedIn) */
  'GET /api/notices/choice': {
    answer: { choice: NoticeChoice; rules: Record<string, NoticeRule>; mail: boolean; address: string };
  };
  /** Choose how to be told (signedIn) */
  'POST /api/notices/choice': {
    body: NoticeChoiceInput;
    answer: { choice: NoticeChoice; rules: Record<string, NoticeRule>; mail: boolean; address: string };
  };
  /** That there is something new, as server-sent events: "noticed", "figures" and "round" (signedIn) */
  'GET /api/notices/events': {
    answer: Response;
  };
  /** Mark notices as read: those named, or all up to one (signedIn) */
  'POST /api/notices/read': {
    body: { ids: (number)[] } | { upTo: number };
    answer: { unread: number };
  };
  /** What the person has been told, latest first (signedIn) */
  'GET /api/notices': {
    query?: { limit?: number; before?: number; unread?: "true" };
    answer: { notices: (NoticeRecord)[]; unread: number };
  };
  /** Answer it, say that it no longer stands in the way, or that it does again (answerObstacle) */
  'POST /api/obstacles/:id': {
    params: Id;
    body: { verb: "answer"; version: number; answer: string } | { verb: "close" | "reopen"; version: number };
    answer: ObstacleItem;
  };
  /** This description, in OpenAPI (public) */
  'GET /api/openapi.json': {
    answer: Response;
  };
  /** What "tiendo doctor" finds, looked at now (manageJobs) */
  'GET /api/operation/vitals': {
    answer: { vitals: (Vital)[] };
  };
  /** Sizes, slow questions, queues, failed jobs, requests that failed within a day, and the servers that run (manageJobs) */
  'GET /api/operation': {
    answer: { sizes: Sizes; slow: SlowQuestions; queues: (QueueRecord)[]; failedJobs: (JobRecord)[]; failures: (RequestFailure)[]; servers: (LiveServer)[] };
  };
  /** Where a plan stands on a day beside another day: targets and work by state, what changed, whose it is (readRegister) */
  'GET /api/overview': {
    query?: { document?: (string)[] | string; year?: number | null; tier?: (Tier)[] | Tier; asOf?: string; than?: string; thanYear?: number };
    answer: Overview;
  };
  /** Of all open work, how much has nobody responsible, was never reported on, or has been silent for long (compareAgencies) */
  'GET /api/owner-health/counts': {
    query?: { agency?: string };
    answer: HealthCounts;
  };
  /** All of that list, as .xlsx or .csv (compareAgencies) */
  'GET /api/owner-health/export': {
    query: { agency?: string; fault?: HealthFault; format: "xlsx" | "csv"; language?: "vi" | "en" };
    answer: Response;
  };
  /** The open work behind these numbers, what has been silent longest first, page by page (compareAgencies) */
  'GET /api/owner-health': {
    query?: { agency?: string; fault?: HealthFault; after?: string; limit?: number };
    answer: { rows: (UnattendedDuty)[]; next: string | null };
  };
  /** Have a link sent for a forgotten password; the answer is the same whether there is such an account or not (public) */
  'POST /api/password-links': {
    body: { email: string };
    answer: Record<string, never>;
  };
  /** How far behind is how bad, for one plan or (null) for all that have no rules of their own (changePaths) */
  'POST /api/path-rules': {
    body: { documentId: string | null; version: number; rules: PathRulesInput };
    answer: { documentId: string | null; rules: PathRules; version: number };
  };
  /** The state of somebody's account (manageUsers) */
  'GET /api/people/:id/account': {
    params: { id: string };
    answer: PersonAccount;
  };
  /** A new link for somebody who has not come yet, or comes back (manageUsers) */
  'POST /api/people/:id/invitation': {
    params: { id: string };
    answer: { link: string | null };
  };
  /** What somebody has in hand, and who could take it over (manageUsers) */
  'GET /api/people/:id/leaving': {
    params: { id: string };
    answer: { work: ({ agencyId: string; duties: number; drafts: number; agencyName: string; colleagues: ({ id: string; name: string })[] })[] };
  };
  /** Somebody leaves: their open work goes to the colleagues named, their posts and sessions end (manageUsers) */
  'POST /api/people/:id/leaving': {
    params: { id: string };
    body: { handOver: (HandOver)[]; reason: string };
    answer: Record<string, never>;
  };
  /** Lock an account until an administrator opens it (manageUsers) */
  'POST /api/people/:id/lock': {
    params: { id: string };
    body: { reason: string };
    answer: Record<string, never>;
  };
  /** End a post from a day on (manageUsers) */
  'POST /api/people/:id/posts/:post/end': {
    params: { id: string; post: string };
    body: PostToEnd;
    answer: HeldPost;
  };
  /** Give somebody a post from a day on (manageUsers) */
  'POST /api/people/:id/posts': {
    params: { id: string };
    body: PostToGive;
    answer: HeldPost;
  };
  /** Open an account that was locked (manageUsers) */
  'POST /api/people/:id/release': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** Take somebody's second factor away, so that they add a new one (manageUsers) */
  'DELETE /api/people/:id/second-factor': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** End all of somebody's sessions (manageUsers) */
  'DELETE /api/people/:id/sessions': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** Invite a person, with the posts they will hold (manageUsers) */
  'POST /api/people/invitations': {
    body: { name: string; email: string; posts: (Post)[] };
    answer: { link: string | null; userId: string };
  };
  /** People with the posts they hold and will hold, in the order of the alphabet (manageUsers) */
  'GET /api/people': {
    query?: { q?: string; role?: Role; agency?: string; state?: "invited" | "active" | "locked" | "left"; offset?: number; limit?: number };
    answer: { people: ({ id: string; name: string; email: string; state: "invited" | "active" | "locked" | "left"; posts: ({ role: Role; agencyId: string; id: string; validFrom: string; validUntil: string | null; agencyName: string })[]; withinReach: boolean })[]; total: number };
  };
  /** Documents in force that a plan of an agency for some years may rest on, highest first (draftPlans) */
  'GET /api/plan-bases': {
    query: { issuerId: string; from: number; to: number };
    answer: { bases: (ProposedBasis)[] };
  };
  /** The draft as the decision that it is to become, one that assigns or one that issues an action plan, as .docx or .pdf (makeDocuments) */
  'GET /api/plan-drafts/:id/document': {
    params: { id: string };
    query: { format: DocumentFormat };
    answer: Response;
  };
  /** Throw a draft away; the record of deeds keeps what it said (draftPlans) */
  'DELETE /api/plan-drafts/:id': {
    params: { id: string };
    query: { version: number };
    answer: Record<string, never>;
  };
  /** A draft of a plan, with what became of that which it goes on with (makeDocuments) */
  'GET /api/plan-drafts/:id': {
    params: { id: string };
    answer: { id: string; title: string; author: Named; changedAt: string; version: number; targets: number; tasks: number; content: PlanDraftContent; beside: (Beside)[]; unread: (string)[] };
  };
  /** Save a draft of a plan (draftPlans) */
  'POST /api/plan-drafts/:id': {
    params: { id: string };
    body: { content: PlanDraftContentInput; version: number };
    answer: { version: number; changedAt: string; unread: (string)[] };
  };
  /** Drafts of plans, last changed first (makeDocuments) */
  'GET /api/plan-drafts': {
    query?: ListingPage;
    answer: { total: number; drafts: (DraftSummary)[] };
  };
  /** Begin the next plan with what is in force of some documents (draftPlans) */
  'POST /api/plan-drafts': {
    body: Beginning;
    answer: { id: string };
  };
  /** Confirm a result, send it back, or take a confirmation back (judgeResult) */
  'POST /api/progress/:id/judgement': {
    params: Id;
    body: { verb: "confirm"; version: number; reason?: string } | { verb: "sendBack" | "takeBack"; version: number; reason: string };
    answer: ProgressItem;
  };
  /** Submit it, take it back, send, approve, return or drop it, or go on with that of a colleague (writeProgress) */
  'POST /api/progress/:id': {
    params: Id;
    body: { verb: "submit" | "withdraw" | "send" | "approve" | "drop" | "takeOver"; version: number } | { verb: "return"; version: number; reason: string };
    answer: { progress: ProgressItem | null };
  };
  /** Draft an answer, or give it (answerQuestion) */
  'POST /api/questions/:id': {
    params: Id;
    body: { verb: "draftAnswer"; draftVersion: number; answer: string } | { verb: "answer"; version: number; answer: string };
    answer: QuestionItem;
  };
  /** Whether requests can be answered now: 503 where the database is away or not yet brought up to date (public) */
  'GET /api/ready': {
    answer: { state: "ready" };
  };
  /** A form or a guide counts no more; it stays among those of before (changeRegimes) */
  'POST /api/regime-files/:id/end': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** A form or a guide as it was added (seeReporting) */
  'GET /api/regime-files/:id/file': {
    params: { id: string };
    answer: Response;
  };
  /** Forms and guides of a regime: those that count first, then those of before (seeReporting) */
  'GET /api/regimes/:id/files': {
    params: { id: string };
    answer: { files: (RegimeFile)[] };
  };
  /** Add a form or a guide to a regime (multipart, field "file"), or put it in the place of another (changeRegimes) */
  'POST /api/regimes/:id/files': {
    params: { id: string };
    query: { part: RegimeFilePart; replaces?: string };
    body: FormData | { upload: string; order?: unknown };
    answer: RegimeFile;
  };
  /** One reporting regime, with everything it states (seeReporting) */
  'GET /api/regimes/:id': {
    params: { id: string };
    answer: RegimeRecord;
  };
  /** Change a reporting regime, from its next round on (changeRegimes) */
  'POST /api/regimes/:id': {
    params: { id: string };
    body: { fields: RegimeFieldsInput; version: number };
    answer: RegimeRecord;
  };
  /** What is reported by whom to whom: all reporting regimes (seeReporting) */
  'GET /api/regimes': {
    answer: { regimes: (RegimeSummary)[] };
  };
  /** A new reporting regime (changeRegimes) */
  'POST /api/regimes': {
    body: { fields: RegimeFieldsInput };
    answer: RegimeRecord;
  };
  /** What has been read, counted for the charts (readRegister) */
  'GET /api/register-counts': {
    query?: AsOf;
    answer: RegisterCounts;
  };
  /** What was done to documents, findings, duties, submissions and catalogues, in the order of their commits; `last` is where to go on later (readRegister) */
  'GET /api/register/changes': {
    query?: { limit?: number; after?: string };
    answer: { rows: (RegisterChange)[]; next: string | null; last: string };
  };
  /** All documents, or those in force on a day, page after page in the order of their ids (readRegister) */
  'GET /api/register/documents': {
    query?: { asOf?: string; limit?: number; after?: string };
    answer: { rows: (DocumentSummary)[]; next: string | null };
  };
  /** Every figure that was approved, in the order in which they were stored, replaced ones (`endedAt`) among them: the last `id` is where to go on later (readRegister) */
  'GET /api/register/figures': {
    query?: { limit?: number; after?: string };
    answer: { rows: (Figure)[]; next: string | null };
  };
  /** All targets, or those in force on a day, page after page, document by document (readRegister) */
  'GET /api/register/targets': {
    query?: { asOf?: string; limit?: number; after?: string };
    answer: { rows: (TargetRecord)[]; next: string | null };
  };
  /** All tasks, or those in force on a day, page after page, document by document (readRegister) */
  'GET /api/register/tasks': {
    query?: { asOf?: string; limit?: number; after?: string };
    answer: { rows: (TaskRecord)[]; next: string | null };
  };
  /** Carry an event out, whole or not at all (reorganise) */
  'POST /api/reorganisations/:id/confirmation': {
    params: { id: string };
    body: { version: number; ended: number; made: number };
    answer: Rehearsal;
  };
  /** Give back exactly what was before, as long as nothing rests on it (reorganise) */
  'POST /api/reorganisations/:id/undoing': {
    params: { id: string };
    body: { version: number; reason?: string };
    answer: Rehearsal;
  };
  /** Drop an event that an officer wrote and nobody confirmed (reorganise) */
  'DELETE /api/reorganisations/:id': {
    params: { id: string };
    query: { version: number };
    answer: Record<string, never>;
  };
  /** An event rehearsed: everything it would move now, and what it has moved (readRegister) */
  'GET /api/reorganisations/:id': {
    params: { id: string };
    answer: Rehearsal;
  };
  /** Rewrite an event that is not confirmed, or decide who gets which work (reorganise) */
  'POST /api/reorganisations/:id': {
    params: { id: string };
    body: { version: number; event?: WrittenEventInput; decisions?: (DecisionInput)[] };
    answer: Rehearsal;
  };
  /** Reorganisations, latest first, with the open work that still waits for each (readRegister) */
  'GET /api/reorganisations': {
    answer: { reorganisations: ({ id: string; title: string; effectiveOn: string; legalBasis: string; state: ReorganisationState; version: number; own: boolean; agencies: number; waiting: number })[]; orphans: ({ agencyId: string; name: string; endedOn: string; waiting: number })[] };
  };
  /** Write down an event; the register does not change before it is confirmed (reorganise) */
  'POST /api/reorganisations': {
    body: WrittenEventInput;
    answer: Rehearsal;
  };
  /** The consolidated report with its appendices, as .docx or .pdf, or its tables as .xlsx (seeReporting) */
  'GET /api/reports/:id/document': {
    params: { id: string };
    query?: { format?: "docx" | "pdf" | "edxml" | "xlsx" };
    answer: Response;
  };
  /** Save one section of a consolidated report (writeReport) */
  'POST /api/reports/:id/sections/:section': {
    params: { id: string; section: string };
    body: { content: (ContentBlockInput)[]; version: number };
    answer: { content: (ContentBlock)[]; changed: { at: string; by: Named } | null; version: number };
  };
  /** Say whom it addresses and who gets it, submit it to the leader, take it back, return, sign or publish it (seeReporting) */
  'POST /api/reports/:id': {
    params: { id: string };
    body: { verb: "submit" | "withdraw" | "sign"; version: number } | { verb: "address"; version: number; addressees: (string)[]; recipients: (string)[] } | { verb: "return"; version: number; reason: string } | { verb: "publish"; version: number; number: string; issuedOn: string };
    answer: ReportPage;
  };
  /** Close a round, so that it takes nothing more, or reopen it (openRounds) */
  'POST /api/rounds/:id/actions': {
    params: { id: string };
    body: RoundAction;
    answer: RoundPage;
  };
  /** What agencies have sent for one section, side by side (seeReporting) */
  'GET /api/rounds/:id/contributions/:section': {
    params: { id: string; section: string };
    answer: { contributions: (Contribution)[] };
  };
  /** The figures of a whole round, agencies beside one another, as far as they have been sent (seeReporting) */
  'GET /api/rounds/:id/figures': {
    params: { id: string };
    answer: RoundSheet;
  };
  /** Forms and guides for whoever reports in a round: those that count today, of a closed round those that counted then (seeReporting) */
  'GET /api/rounds/:id/files': {
    params: { id: string };
    answer: { files: (RoundFile)[] };
  };
  /** The consolidated report of a round, where there is one that whoever asks may see (seeReporting) */
  'GET /api/rounds/:id/report': {
    params: { id: string };
    answer: ReportPage;
  };
  /** Begin to consolidate a round: the report gets the sections of its outline (writeReport) */
  'POST /api/rounds/:id/report': {
    params: { id: string };
    answer: ReportPage;
  };
  /** A sentence composed from the figures of each line: of all that were sent, or of one submission while it is written (seeReporting) */
  'GET /api/rounds/:id/sentences': {
    params: { id: string };
    query?: { submission?: string };
    answer: { sentences: (FigureSentence)[] };
  };
  /** How far each agency is in a round, page by page (seeReporting) */
  'GET /api/rounds/:id/submissions': {
    params: { id: string };
    query?: { offset?: number; limit?: number; q?: string; stage?: (SubmissionStage)[] | SubmissionStage; sending?: (Sending)[] | Sending; tier?: (Tier)[] | Tier };
    answer: { rows: (SubmissionRecord)[]; total: number };
  };
  /** One round: what it asks, and how far its submissions are (seeReporting) */
  'GET /api/rounds/:id': {
    params: { id: string };
    answer: RoundPage;
  };
  /** Reporting rounds, the latest closing day first, page by page (seeReporting) */
  'GET /api/rounds': {
    query?: { regime?: string; open?: string; limit?: number; after?: string };
    answer: { rows: (RoundRecord)[]; next: string | null };
  };
  /** Open a round of a regime: each reporting agency is asked for exactly what concerns it (openRounds) */
  'POST /api/rounds': {
    body: { regimeId: string; period: string };
    answer: RoundPage;
  };
  /** Keep a search no longer (readRegister) */
  'DELETE /api/saved-searches/:id': {
    params: { id: string };
    answer: { searches: (SavedSearch)[] };
  };
  /** The searches that one keeps (readRegister) */
  'GET /api/saved-searches': {
    answer: { searches: (SavedSearch)[] };
  };
  /** Keep a search under a name; one of the same name is replaced (readRegister) */
  'POST /api/saved-searches': {
    body: { name: string; query: string };
    answer: { searches: (SavedSearch)[] };
  };
  /** The same list with every number and what it is a share of, as .xlsx or .csv (compareAgencies) */
  'GET /api/scorecards/export': {
    query: { period: string; asOf?: string; kind?: AgencyKind; tier?: Tier; near?: string; sort?: "score" | "name" | "tasks" | "targets" | "onTime" | "complete" | "quality" | "updated" | "responsible" | "signedIn" | "obstacles"; order?: "asc" | "desc"; format: "xlsx" | "csv"; language?: "vi" | "en" };
    answer: Response;
  };
  /** Agencies of one kind and tier in a province beside one another (compareAgencies) */
  'GET /api/scorecards': {
    query?: RankingFilter;
    answer: RankingPage;
  };
  /** Documents, passages, targets, tasks, work, reports, indicators, agencies and people that say what was typed, best first (readRegister) */
  'GET /api/search': {
    query?: { q?: string; kind?: (SearchKind)[] | SearchKind; year?: (number)[] | number; agency?: (string)[] | string; standing?: (SearchStanding)[] | SearchStanding; asOf?: string; offset?: number; limit?: number };
    answer: SearchAnswer;
  };
  /** The one-time code or a recovery code after the password; sets the session cookie (public) */
  'POST /api/session/second-step': {
    body: { step: string; code: string };
    answer: Record<string, never>;
  };
  /** End the session (ownAccount) */
  'DELETE /api/session': {
    answer: Record<string, never>;
  };
  /** Who is signed in, and what the sign-in page must know (public) */
  'GET /api/session': {
    answer: Session;
  };
  /** Sign in with e-mail and password; sets the session cookie, or gives the step that takes a one-time code (public) */
  'POST /api/session': {
    body: { email: string; password: string };
    answer: { step: string | null };
  };
  /** All of that list, as .xlsx or .csv (readAudit) */
  'GET /api/sign-ins/export': {
    query: { q?: string; outcome?: SignInOutcome; from?: string; to?: string; format: "xlsx" | "csv"; language?: "vi" | "en" };
    answer: Response;
  };
  /** Who signed in, failed to, or was denied what they asked for, among those one looks after; latest first (readAudit) */
  'GET /api/sign-ins': {
    query?: { q?: string; outcome?: SignInOutcome; from?: string; to?: string; after?: string; limit?: number };
    answer: { entries: (SignInEntry)[]; next: string | null; keptDays: number };
  };
  /** Where the provider leads back to: sets the session cookie, and leads to the first page (public) */
  'GET /api/sso/:id/callback': {
    params: { id: string };
    answer: Response;
  };
  /** Leads to a provider of single sign-on (public) */
  'GET /api/sso/:id': {
    params: { id: string };
    answer: Response;
  };
  /** One target: where it stands and why, month by month what was expected and what was reached (readRegister) */
  'GET /api/standings/:documentId/:targetId': {
    params: { documentId: string; targetId: string };
    query?: { asOf?: string };
    answer: TargetStory;
  };
  /** Exactly the targets listed, with where each stands and why, as .xlsx or .csv (readRegister) */
  'GET /api/standings/export': {
    query: { document?: (string)[] | string; year?: number | null; tier?: (Tier)[] | Tier; asOf?: string; target?: string; state?: (StandingState)[] | StandingState; agency?: (string)[] | string; pillar?: (PillarOrNone)[] | PillarOrNone; group?: (string)[] | string; atRisk?: string; format: "xlsx" | "csv"; language?: "vi" | "en" };
    answer: Response;
  };
  /** Targets with where each stands and everything that follows from, page by page (readRegister) */
  'GET /api/standings': {
    query?: { document?: (string)[] | string; year?: number | null; tier?: (Tier)[] | Tier; asOf?: string; target?: string; state?: (StandingState)[] | StandingState; agency?: (string)[] | string; pillar?: (PillarOrNone)[] | PillarOrNone; group?: (string)[] | string; atRisk?: string; offset?: number; limit?: number };
    answer: { total: number; rows: (ListedStanding)[]; agencies: (Named)[] };
  };
  /** Remove a decision that has not been given yet (holdStocktakes) */
  'DELETE /api/stocktake-decisions/:id': {
    params: { id: string };
    query: { version: number };
    answer: Record<string, never>;
  };
  /** Change a decision that has not been given yet (holdStocktakes) */
  'POST /api/stocktake-decisions/:id': {
    params: { id: string };
    body: { agencyId: string; content: string; due: string | null; version: number };
    answer: Record<string, never>;
  };
  /** Record a decision: whose it is, what, and by when (holdStocktakes) */
  'POST /api/stocktake-items/:id/decisions': {
    params: { id: string };
    body: { agencyId: string; content: string; due: string | null; id: string };
    answer: Record<string, never>;
  };
  /** What was said of one thing on the agenda (holdStocktakes) */
  'POST /api/stocktake-items/:id': {
    params: { id: string };
    body: { discussion: string; version: number };
    answer: { version: number };
  };
  /** The whole agenda in its order, and what is left out of it (holdStocktakes) */
  'POST /api/stocktakes/:id/agenda': {
    params: { id: string };
    body: { kept: (MatterInput)[]; dropped: (MatterInput)[]; version: number };
    answer: Record<string, never>;
  };
  /** The minutes of a stocktake, or the notice of its conclusions, as .docx or .pdf (holdStocktakes) */
  'POST /api/stocktakes/:id/document': {
    params: { id: string };
    body: { kind: "minutes" | "conclusions"; format: DocumentFormat };
    answer: Response;
  };
  /** Give decisions to their agencies: each becomes a duty (holdStocktakes) */
  'POST /api/stocktakes/:id/give': {
    params: { id: string };
    body: { decisions: (string)[] };
    answer: { given: number };
  };
  /** What the agenda may be made of, each with its reasons (holdStocktakes) */
  'GET /api/stocktakes/:id/proposals': {
    params: { id: string };
    query?: ProposalRules;
    answer: { proposals: (AgendaProposal)[] };
  };
  /** Close a stocktake, which keeps how everything stood; or open it again (holdStocktakes) */
  'POST /api/stocktakes/:id/stage': {
    params: { id: string };
    body: { verb: "close" | "reopen"; version: number };
    answer: Record<string, never>;
  };
  /** Remove a stocktake at which nothing has been decided (holdStocktakes) */
  'DELETE /api/stocktakes/:id': {
    params: { id: string };
    query: { version: number };
    answer: Record<string, never>;
  };
  /** A stocktake with its agenda, its decisions, and what became of those of the one before (seeStocktakes) */
  'GET /api/stocktakes/:id': {
    params: { id: string };
    answer: StocktakePage;
  };
  /** Change day, chair, participants and place of a stocktake (holdStocktakes) */
  'POST /api/stocktakes/:id': {
    params: { id: string };
    body: { title: string; heldOn: string; begins: string; ends: string; place: string; chairId: string; secretary: string; agencies: (string)[]; version: number };
    answer: Record<string, never>;
  };
  /** Stocktakes that one holds or takes part in, the latest first (seeStocktakes) */
  'GET /api/stocktakes': {
    query?: ListingPage;
    answer: { total: number; stocktakes: (StocktakeSummary)[] };
  };
  /** Plan a stocktake; its agenda begins with what its chair follows (holdStocktakes) */
  'POST /api/stocktakes': {
    body: StocktakeFields;
    answer: { id: string };
  };
  /** A step of a submission: submitted to the head, sent, given back, approved (seeReporting) */
  'POST /api/submissions/:id/actions': {
    params: { id: string };
    body: SubmissionAction;
    answer: SubmissionPage;
  };
  /** The duties of the agency with what was sent on them in the period, those that said nothing first (seeReporting) */
  'GET /api/submissions/:id/duties': {
    params: { id: string };
    query?: ListingPage;
    answer: SubmissionDuties;
  };
  /** The figures that are asked of an agency, what it has typed, and what stands beside each (seeReporting) */
  'GET /api/submissions/:id/figures': {
    params: { id: string };
    answer: FigureSheet;
  };
  /** What was typed or pasted at once: stored whole, or refused whole where somebody else changed one of the cells (fillSubmission) */
  'POST /api/submissions/:id/figures': {
    params: { id: string };
    body: { changes: (CellChangeInput)[] };
    answer: { cells: (CellCell)[] };
  };
  /** What was said about a cell is settled (seeReporting) */
  'POST /api/submissions/:id/remarks/:remarkId': {
    params: { id: string; remarkId: string };
    answer: { settled: boolean };
  };
  /** Comment on a cell (seeReporting) */
  'POST /api/submissions/:id/remarks': {
    params: { id: string };
    body: { key: FigureKey; words: string };
    answer: { remarks: (CellRemark)[] };
  };
  /** Save what an agency writes under one heading (fillSubmission) */
  'POST /api/submissions/:id/sections/:section': {
    params: { id: string; section: string };
    body: { content: (ContentBlockInput)[]; version: number };
    answer: SectionText;
  };
  /** What an agency writes in a round, with what it wrote in the period before (seeReporting) */
  'GET /api/submissions/:id/sections': {
    params: { id: string };
    answer: SubmissionSections;
  };
  /** The figures of a submission as a workbook to be filled in (seeReporting) */
  'GET /api/submissions/:id/workbook': {
    params: { id: string };
    answer: Response;
  };
  /** What differs in a workbook that was filled in (multipart, field "file"); nothing is stored (fillSubmission) */
  'POST /api/submissions/:id/workbook': {
    params: { id: string };
    body: FormData | { upload: string; order?: unknown };
    answer: WorkbookComparison;
  };
  /** What one agency owes in a round, how far it is, and what may be done with it (seeReporting) */
  'GET /api/submissions/:id': {
    params: { id: string };
    answer: SubmissionPage;
  };
  /** By what way a target is to be reached: straight, as in past years, or through set values (changePaths) */
  'POST /api/targets/:documentId/:targetId/path': {
    params: { documentId: string; targetId: string };
    body: { version: number; method: PathMethod; points: ({ period: string; value: number })[] };
    answer: { version: number };
  };
  /** What each filter offers under the others (readRegister) */
  'GET /api/targets/choices': {
    query?: TargetFilter;
    answer: { document: (Choice)[]; year: (Choice)[]; group: (Choice)[]; agency: (Choice)[]; tier: (Choice)[]; indicator: (Choice)[]; listed: (Choice)[]; noted: (Choice)[]; state: (Choice)[]; review: (Choice)[] };
  };
  /** Exactly the rows and columns shown, as .xlsx or .csv (readRegister) */
  'GET /api/targets/export': {
    query: { q?: string; document?: (string)[] | string; year?: (number)[] | number; group?: (string)[] | string; agency?: (string)[] | string; tier?: (string)[] | string; indicator?: (string)[] | string; listed?: "true" | "false"; noted?: "true" | "false"; asOf?: string; state?: (DocumentState)[] | DocumentState; review?: (ReviewState)[] | ReviewState; sort?: "document" | "name" | "year" | "value" | "unit" | "agencies"; order?: "asc" | "desc"; format: "xlsx" | "csv"; column?: ("ordinal" | "name" | "variant" | "value" | "unit" | "change" | "base" | "past" | "year" | "tier" | "indicator" | "agencies" | "group" | "section" | "listed" | "document" | "state" | "validFrom" | "validUntil" | "quote" | "confidence" | "notes")[] | "ordinal" | "name" | "variant" | "value" | "unit" | "change" | "base" | "past" | "year" | "tier" | "indicator" | "agencies" | "group" | "section" | "listed" | "document" | "state" | "validFrom" | "validUntil" | "quote" | "confidence" | "notes"; language?: "vi" | "en" };
    answer: Response;
  };
  /** Targets of all documents (readRegister) */
  'GET /api/targets': {
    query?: { q?: string; document?: (string)[] | string; year?: (number)[] | number; group?: (string)[] | string; agency?: (string)[] | string; tier?: (string)[] | string; indicator?: (string)[] | string; listed?: "true" | "false"; noted?: "true" | "false"; asOf?: string; state?: (DocumentState)[] | DocumentState; review?: (ReviewState)[] | ReviewState; sort?: "document" | "name" | "year" | "value" | "unit" | "agencies"; order?: "asc" | "desc"; offset?: number; limit?: number };
    answer: { total: number; rows: (TargetRecord)[] };
  };
  /** What each filter offers under the others (readRegister) */
  'GET /api/tasks/choices': {
    query?: TaskFilter;
    answer: { document: (Choice)[]; year: (Choice)[]; group: (Choice)[]; agency: (Choice)[]; role: (Choice)[]; due: (Choice)[]; noted: (Choice)[]; state: (Choice)[]; review: (Choice)[] };
  };
  /** Exactly the rows and columns shown, as .xlsx or .csv (readRegister) */
  'GET /api/tasks/export': {
    query: { q?: string; document?: (string)[] | string; year?: (number)[] | number; group?: (string)[] | string; agency?: (string)[] | string; role?: (AssignmentRole)[] | AssignmentRole; due?: ("by" | "during" | "ongoing" | "recurring" | "conditional" | "reference" | "none")[] | "by" | "during" | "ongoing" | "recurring" | "conditional" | "reference" | "none"; noted?: "true" | "false"; asOf?: string; state?: (DocumentState)[] | DocumentState; review?: (ReviewState)[] | ReviewState; sort?: "document" | "content" | "lead" | "time"; order?: "asc" | "desc"; format: "xlsx" | "csv"; column?: ("ordinal" | "content" | "lead" | "coord" | "monitor" | "time" | "product" | "funding" | "note" | "group" | "section" | "document" | "state" | "validFrom" | "validUntil" | "confidence" | "notes")[] | "ordinal" | "content" | "lead" | "coord" | "monitor" | "time" | "product" | "funding" | "note" | "group" | "section" | "document" | "state" | "validFrom" | "validUntil" | "confidence" | "notes"; language?: "vi" | "en" };
    answer: Response;
  };
  /** Tasks of all documents (readRegister) */
  'GET /api/tasks': {
    query?: { q?: string; document?: (string)[] | string; year?: (number)[] | number; group?: (string)[] | string; agency?: (string)[] | string; role?: (AssignmentRole)[] | AssignmentRole; due?: ("by" | "during" | "ongoing" | "recurring" | "conditional" | "reference" | "none")[] | "by" | "during" | "ongoing" | "recurring" | "conditional" | "reference" | "none"; noted?: "true" | "false"; asOf?: string; state?: (DocumentState)[] | DocumentState; review?: (ReviewState)[] | ReviewState; sort?: "document" | "content" | "lead" | "time"; order?: "asc" | "desc"; offset?: number; limit?: number };
    answer: { total: number; rows: (TaskRecord)[] };
  };
  /** The same as .docx or .pdf (changeTemplates) */
  'GET /api/templates/:id/document': {
    params: { id: string };
    query: { sample: string; format: WrittenFormat };
    answer: Response;
  };
  /** A template as it was uploaded (changeTemplates) */
  'GET /api/templates/:id/file': {
    params: { id: string };
    answer: Response;
  };
  /** A document of the register in the form of a template: its first pages as pictures, and where it departs from the form (changeTemplates) */
  'GET /api/templates/:id/preview': {
    params: { id: string };
    query: { sample: string };
    answer: TemplateShown;
  };
  /** Documents of an office, or of all offices of its kind, follow a template from a day on (changeTemplates) */
  'POST /api/templates/:id/put-in-force': {
    params: { id: string };
    body: { issuedBy: "state" | "party"; agencyId: string | null; from: string };
    answer: Record<string, never>;
  };
  /** Documents follow no template of their own from today on: back to the program's own form (changeTemplates) */
  'POST /api/templates/end': {
    body: TemplateScope;
    answer: Record<string, never>;
  };
  /** Documents of the register that a template of a kind can be looked at with (changeTemplates) */
  'GET /api/templates/samples': {
    query: { kind: TemplateKind };
    answer: { samples: (Named)[] };
  };
  /** A kind of document in the program's own form, as a .docx with placeholders to begin a template with (changeTemplates) */
  'GET /api/templates/standard': {
    query: { kind: TemplateKind; agencyId: string };
    answer: Response;
  };
  /** Templates of documents, and from which day which documents follow them (changeTemplates) */
  'GET /api/templates': {
    answer: { templates: (TemplateRecord)[]; uses: (TemplateUse)[]; inForce: (number)[]; today: string; placeholders: Record<string, (TemplatePlaceholder)[]> };
  };
  /** Upload a template (multipart: "order" with its kind, then "file"): kept, or what is broken in it with its place (changeTemplates) */
  'POST /api/templates': {
    body: FormData | { upload: string; order?: unknown };
    answer: TemplateJudged;
  };
  /** End an upload: nothing of it stays. What was not ended goes a day after its last part (sendFiles) */
  'DELETE /api/uploads/:id': {
    params: { id: string };
    answer: null;
  };
  /** How much of an upload of mine is kept (with HEAD: in Upload-Offset) (sendFiles) */
  'GET /api/uploads/:id': {
    params: { id: string };
    answer: UploadRecord;
  };
  /** Send bytes of an upload from Upload-Offset on. What arrived is kept, also where the line breaks; what does not follow what is there is refused (409) (sendFiles) */
  'PATCH /api/uploads/:id': {
    params: { id: string };
    answer: null;
  };
  /** What of the protocol tus is spoken here, and how large a file may be (Tus-Max-Size) (sendFiles) */
  'OPTIONS /api/uploads': {
    answer: null;
  };
  /** Begin to send a large file in parts (tus 1.0.0): its length, and its name in Upload-Metadata as "filename" in base64. Location says where the parts go. When it is whole, endpoints that take a file take {"upload": id} in its place (sendFiles) */
  'POST /api/uploads': {
    answer: UploadRecord;
  };
  /** Documents that have a ladder of their own (readRegister) */
  'GET /api/urging-ladder/documents': {
    answer: { documents: (LadderDocument)[] };
  };
  /** A document follows the usual ladder again (assignWork) */
  'DELETE /api/urging-ladder': {
    query: { document: string; version: number };
    answer: HeldLadder;
  };
  /** When who is reminded of a deadline (readRegister) */
  'GET /api/urging-ladder': {
    query?: { document?: string };
    answer: HeldLadder;
  };
  /** Change when who is reminded, from the next run on (assignWork) */
  'POST /api/urging-ladder': {
    query?: { document?: string };
    body: HeldLadderInput;
    answer: HeldLadder;
  };
  /** The letter that urges one agency, with what it is late with as an appendix, as .docx or .pdf (urge) */
  'POST /api/urging-letter': {
    body: { dutyIds: (string)[]; format?: DocumentFormat };
    answer: Response;
  };
  /** Send a call again as it was, under the same id (changeSettings) */
  'POST /api/webhooks/:id/attempts/:attempt/again': {
    params: { id: string; attempt: number };
    answer: Record<string, never>;
  };
  /** The last calls of an address and what came of them (changeSettings) */
  'GET /api/webhooks/:id/attempts': {
    params: { id: string };
    answer: { attempts: (WebhookAttempt)[] };
  };
  /** Call an address once to try it (changeSettings) */
  'POST /api/webhooks/:id/trial': {
    params: { id: string };
    answer: Record<string, never>;
  };
  /** Tell an address no more (changeSettings) */
  'DELETE /api/webhooks/:id': {
    params: { id: string };
    query: { version: number };
    answer: Record<string, never>;
  };
  /** Change an address or what it is told (changeSettings) */
  'POST /api/webhooks/:id': {
    params: { id: string };
    body: { name: string; address: string; kinds: (NoticeKind)[]; active: boolean; version: number };
    answer: Record<string, never>;
  };
  /** Addresses that are told what happens (changeSettings) */
  'GET /api/webhooks': {
    answer: { webhooks: (WebhookRecord)[] };
  };
  /** Name an address to be told; gives the secret that its calls are signed with, this once (changeSettings) */
  'POST /api/webhooks': {
    body: WebhookDraft;
    answer: { id: string; secret: string };
  };
  /** In how many working days a duty may be returned, and counts as due soon (readRegister) */
  'GET /api/work-rules': {
    answer: WorkRules;
  };
  /** Change them, from now on; refused where they are no longer those that were seen (changeSettings) */
  'POST /api/work-rules': {
    body: { seen: WorkRulesInput; rules: WorkRulesInput };
    answer: WorkRules;
  };
}
