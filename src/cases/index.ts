export type { Tools } from './actions/act.ts'
export { REFUSAL_REASONS } from './actions/acts/route.ts'
export { askModel } from './actions/ask-model.ts'
export { type CaseRung, caseLadder } from './actions/case-ladder.ts'
export { type DemonstrationClock, demonstrationClock } from './actions/demonstration-clock.ts'
export { discardDraft, forgetSent } from './actions/discard-draft.ts'
export { attachToDraft, filesOfDraft, removeFromDraft } from './actions/draft-files.ts'
export { CENTRE_CHANNELS, enterCase } from './actions/enter-case.ts'
export {
  type LinkedCase,
  latestEntityLink,
  makeEntityLink,
  openEntityLink,
  replyByLink,
  revokeEntityLink,
} from './actions/entity-link.ts'
export { type ExplainedDates, explainDates } from './actions/explain-dates.ts'
export { replayWebhooks, webhookFeeder } from './actions/feed-webhooks.ts'
export { findContact } from './actions/find-contact.ts'
export { findSimilar, type SimilarCase } from './actions/find-similar.ts'
export { findWithPin } from './actions/find-with-pin.ts'
export { followLadder } from './actions/follow-ladder.ts'
export {
  type ImportOrder,
  type ImportProgress,
  type ImportRefusal,
  type ImportSummary,
  importCases,
  type Rejection,
} from './actions/import/import-cases.ts'
export { searchIndexer } from './actions/index-for-search.ts'
export { judgeReply } from './actions/judge-reply.ts'
export { findDraft, keepDraft } from './actions/keep-draft.ts'
export { lateAndSoon } from './actions/late-and-soon.ts'
export { type Learned, learn, modelVersion, suggestionModel } from './actions/learn.ts'
export { letTimeAct } from './actions/let-time-act.ts'
export { beginnings, countDesk, listDesk } from './actions/list-desk.ts'
export { type NotifyTools, notifier } from './actions/notify.ts'
export { type Onboarded, onboard, openCasesOf } from './actions/onboard.ts'
export { findCase, type OpenedCase, openCase } from './actions/open-case.ts'
export { openFile } from './actions/open-file.ts'
export { caseSentBy, casesByOpen311, type SentUpdate, updatesByOpen311 } from './actions/open311.ts'
export type { Performed } from './actions/perform.ts'
export { performedBefore } from './actions/performed-before.ts'
export { placesAside } from './actions/places-aside.ts'
export {
  type ListedPromise,
  listPromised,
  PROMISED_VIEWS,
  type PromisedView,
} from './actions/promised-actions.ts'
export { openProofFolder, type ProofFolder } from './actions/proof/folder.ts'
export { type Issued, issueReceipt } from './actions/proof/issue-receipt.ts'
export { headFile, keepProof } from './actions/proof/keep-proof.ts'
export { receiptAgainstRecord } from './actions/proof/receipt-against-record.ts'
export { chainSealer } from './actions/proof/seal-events.ts'
export { publishedHeads, signHead } from './actions/proof/sign-head.ts'
export { type ProofTools, publicKeys, publishedKeys, rotateKey } from './actions/proof/signing-key.ts'
export type { Witness } from './actions/proof/verify-heads.ts'
export { type Fault, type Verified, verifyHistory } from './actions/proof/verify-history.ts'
export { recountClocks } from './actions/recount-clocks.ts'
export { type Caller, casesOfCaller, registerCall } from './actions/register-call.ts'
export {
  findTemplate,
  findTemplateForReply,
  listTemplates,
  saveTemplate,
  templateScope,
  templatesForReply,
} from './actions/reply-templates.ts'
export {
  casesOfResident,
  howLong,
  ownsCase,
  type ResidentView,
  residentView,
} from './actions/resident-view.ts'
export { automaticRouter, type SuggestingTools } from './actions/route-by-itself.ts'
export { DRAFTING, saveReplyDraft } from './actions/save-reply-draft.ts'
export { sealCase, type ToSeal } from './actions/seal-case.ts'
export type { DeskPage, SearchTools } from './actions/search-desk.ts'
export { sendDigests } from './actions/send-digests.ts'
export { sendEntityLink } from './actions/send-entity-link.ts'
export { answerOf, similarAnswers } from './actions/similar-answers.ts'
export { type Submitter, submitCase } from './actions/submit-case.ts'
export { type SuggestionFigures, suggestionFigures } from './actions/suggestion-figures.ts'
export { sweepDrafts } from './actions/sweep-drafts.ts'
export { lessonTaker } from './actions/take-lessons.ts'
export { type StepToTake, takeStep, type Who } from './actions/take-step.ts'
export { type RecountTools, recountsOf } from './actions/tell-recount.ts'
export { tellThePast } from './actions/tell-the-past.ts'
export {
  doneByTime,
  LONGEST_JOURNEY,
  type TravelTools,
  travelInTime,
  whatComesNext,
} from './actions/travel-in-time.ts'
export { unwatchCase, watchCase, watchesCase } from './actions/watch-case.ts'
export { queuesWatched, unwatchQueue, watchQueue } from './actions/watch-queue.ts'
export type { Answer } from './model/answer.ts'
export { type Because, type Chapter, dateStory } from './model/date-story.ts'
export { type DeskQuery, deskQuery, VIEWS, type View } from './model/desk-query.ts'
export { clockDue, type DueState, entityDue, residentDue } from './model/due-state.ts'
export { type Effect, effectsOf, type Situation } from './model/effects.ts'
export type { CaseEvent, Facts, Words } from './model/event.ts'
export { type FormulaWarning, formulaWarnings } from './model/formula.ts'
export { type Mapping, mapping, mappingFaults } from './model/import/mapping.ts'
export { chosen, complaints, maybeChosen } from './model/input.ts'
export {
  type Answers,
  asSubmission,
  type Draft,
  isAnswered,
  isOpen,
  nextQuestion,
  overtaken,
  progress,
  QUESTIONS,
  type Question,
  questionBefore,
  questions,
  type Sender,
} from './model/journey.ts'
export { likelyType } from './model/likely-type.ts'
export { LIMITS, OBJECTION_DAYS } from './model/limits.ts'
export { pinOf } from './model/pin.ts'
export { splitPoints } from './model/points.ts'
export { isOverdue } from './model/promised-action.ts'
export { type Checked, checkReceipt, type ReceiptFault } from './model/proof/check-receipt.ts'
export { toCompact } from './model/proof/compact.ts'
export { type Head, readHead } from './model/proof/head.ts'
export { type PublishedKey, readKey } from './model/proof/key-record.ts'
export { MOMENTS, type Receipt, type ReceiptMoment, type Statement } from './model/proof/receipt.ts'
export { fingerprint, publicPem } from './model/proof/signing.ts'
export type { Queue } from './model/queue.ts'
export { replay } from './model/replay.ts'
export { type DraftedReply, replyDraft } from './model/reply-draft.ts'
export { type Sight, sight } from './model/sight.ts'
export {
  type CaseType,
  CHANNELS,
  type Channel,
  OUTCOMES,
  type Outcome,
  REPLY_OUTCOMES,
  STAGES,
  type Stage,
  TYPES,
  UNANSWERED,
} from './model/stages.ts'
export { type CaseState, CLOCK_HOLDER, type ClockName } from './model/state.ts'
export { type Actor, isStep, STEPS, type StepName } from './model/steps.ts'
export { openSteps, take } from './model/take.ts'
export { type TimeSpent, timeSpent } from './model/time-spent.ts'
export { type TimelineEntry, TOLD, type Told } from './model/timeline.ts'
export { turnsOf } from './model/turn.ts'
export type { CallersCase } from './store/calls.ts'
export { casesAmong } from './store/cases-among.ts'
export type { DoneByTime } from './store/demonstration-clock.ts'
export type { CaseRead, PartReply, RelatedCase, Requester } from './store/desk-case.ts'
export { repliesOfParts } from './store/desk-case.ts'
export type { DeskCase } from './store/desk-list.ts'
export { commonness } from './store/desk-search.ts'
export type { DraftFile, FoundDraft } from './store/drafts.ts'
export type { EntityLink } from './store/entity-links.ts'
export type { Happened } from './store/events.ts'
export { eventsAfter, type FedEvent } from './store/feed.ts'
export type { CaseFile } from './store/files.ts'
export { opinionOn } from './store/opinions.ts'
export type { KeptHead } from './store/proof/heads.ts'
export type { ReplyDraft, TrackedAction } from './store/replies.ts'
export type { OwnCase } from './store/resident.ts'
export type { EarlierAnswer } from './store/similar.ts'
export type { SoonCase } from './store/soon.ts'
export type { ReplyTemplate } from './store/templates.ts'
export { withinTime } from './store/within-time.ts'
