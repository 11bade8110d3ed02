export { allowBrowser, pushKey } from './actions/allow-browser.ts'
export {
  allStaffChoices,
  chooseForContact,
  chooseForStaff,
  contactBehind,
  contactChoice,
  staffChoiceOf,
  stopContact,
} from './actions/choose.ts'
export { type Courier, courier } from './actions/deliver.ts'
export { enqueue } from './actions/enqueue.ts'
export { canReach, type Gateways, openChannels, reachOf } from './actions/gateways.ts'
export { type LiveNotices, liveNotices } from './actions/live-notices.ts'
export { type KeptMessage, listMailbox, openKept } from './actions/mailbox.ts'
export {
  countNotices,
  listNotices,
  readNotices,
  readNoticesOfCase,
  type ShownNotice,
} from './actions/notices.ts'
export { reportPaper, sayFigure } from './actions/papers.ts'
export { readSms } from './actions/read-sms.ts'
export { sendCode } from './actions/send-code.ts'
export { fetchMedia, takeTelegram } from './actions/take-chats.ts'
export {
  takeBounce,
  takeSmsReports,
  takeWhatsappReports,
  whatsappChallenge,
} from './actions/take-reports.ts'
export {
  eraseOldMessages,
  listUndelivered,
  mayWatchOver,
  recordReport,
  sendAgain,
} from './actions/watch-over.ts'
export { idOfMail } from './channels/mail/smtp.ts'
export {
  type ContactChoice,
  LEVELS,
  STAFF_MAIL,
  type StaffChoice,
  USUAL_STAFF_CHOICE,
} from './model/choices.ts'
export type { MessageFacts, MessageState, Reach } from './model/facts.ts'
export type { InboundChat } from './model/inbound.ts'
export { KIND_NAMES, KINDS, type MessageKind } from './model/kinds.ts'
export { type Offer, sealOffer } from './model/offer.ts'
export type { DeliveryReport } from './model/report.ts'
export type { MoreFacts, Moved, ReportFacts, ReportFigure, ShareOf } from './model/report-facts.ts'
export { type Said, say } from './model/say.ts'
export { type ReportPart, reported } from './model/say-report.ts'
export { sealFact } from './model/sealing.ts'
export { smsLength } from './model/sms-length.ts'
export type { Post, TakingBack, Telling } from './model/telling.ts'
export * from './webhooks/index.ts'
