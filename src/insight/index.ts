export { type Behind, casesBehind, type LineBehind } from './actions/behind/cases-behind.ts'
export { MOST_TAKEN, takeListAlong } from './actions/behind/take-list-along.ts'
export { type Dashboard, dashboard, type FigureTools, type Line } from './actions/dashboard/dashboard.ts'
export { type Evaluation, evaluation, type OpenedCard, openCard } from './actions/evaluation/cards.ts'
export { type CasesOnCard, casesOnCard, opensCard } from './actions/evaluation/cases-on-card.ts'
export { COMMENT_LIMIT, commentOn } from './actions/evaluation/comment.ts'
export {
  type EvaluationTools,
  type FreezeRefusal,
  freezeAgain,
  keepEvaluations,
} from './actions/evaluation/freeze.ts'
export { openForReview, qualityQueue, reviewReply, type ToReview } from './actions/evaluation/quality.ts'
export { takePeopleAlong } from './actions/evaluation/take-along.ts'
export { acknowledgeSurge, openSurge } from './actions/forecasts/acknowledge.ts'
export { forecast } from './actions/forecasts/forecast.ts'
export { watchSurges } from './actions/forecasts/watch-surges.ts'
export { type Indicators, indicators } from './actions/indicators/indicators.ts'
export {
  keepEditions,
  type Published,
  type PublishedLine,
  publishedFigures,
  publishedPeriods,
} from './actions/open-data/publish.ts'
export { casesInRoom, type RoomCases } from './actions/operations/cases-in-room.ts'
export { type LiveBoard, liveBoard, type Screen } from './actions/operations/live-board.ts'
export { type Board, type Part, readBoard } from './actions/operations/read-board.ts'
export {
  expectsToday,
  partOfRoom,
  runsOperations,
  seesOperations,
  watchLate,
} from './actions/operations/watch.ts'
export { type ReadReport, readReport } from './actions/reports/read-report.ts'
export { sendReports } from './actions/reports/send-reports.ts'
export { rollUpKeeper } from './actions/roll-ups/keep-roll-ups.ts'
export { rebuildRollUps } from './actions/roll-ups/rebuild.ts'
export { type Balance, type Reconciled, reconcile } from './actions/roll-ups/reconcile.ts'
export { isAct, isListable, LISTABLE, type Listable, listsOf } from './model/behind/listable.ts'
export { before as periodBefore, type Period, parsePeriod, periodOf } from './model/dashboard/period.ts'
export { type DashboardQuery, VIEWS_BY, type ViewBy, WITHOUT } from './model/dashboard/query.ts'
export { opensFigures, SEES_FIGURES, seesFigures } from './model/dashboard/scope.ts'
export {
  type Card,
  MEASURE_IDS,
  MEASURES,
  type MeasureId,
  type Share,
  SMALL,
} from './model/evaluation/measures.ts'
export { ON_CARD, type OnCard } from './model/evaluation/on-card.ts'
export { reviewsQuality, seesEvaluation } from './model/evaluation/reach.ts'
export { CRITERIA, type Criterion, FULL_MARK, RUBRIC } from './model/evaluation/rubric.ts'
export { FORMULA, type Formula } from './model/evaluation/score.ts'
export { GROUP_IDS, SIZE_GROUPS, type SizeGroup } from './model/evaluation/size-group.ts'
export { shareBy } from './model/forecasts/expect-day.ts'
export { partsOf as partsOfSeries } from './model/forecasts/series.ts'
export { type Indicator, isCount, type Measured, type Unit } from './model/indicators/indicator.ts'
export { INDICATORS, indicator } from './model/indicators/list.ts'
export { FACETS } from './model/indicators/query.ts'
export { COUNTED, type DataColumn, MEDIAN, TABLES, type TableName } from './model/open-data/columns.ts'
export { LEVELS, ROOM_LISTS, type RoomList, SOON_HOURS, type Trouble } from './model/operations/board.ts'
export {
  type Health,
  type RoadState,
  roadsOf,
  worstRoadsFirst,
} from './model/operations/health.ts'
export { getsReports } from './model/reports/reader.ts'
export type { FrozenCard } from './store/evaluation/cards.ts'
export type { Version } from './store/evaluation/versions.ts'
export { current as currentSurges, type Surge } from './store/forecasts/surges.ts'
export type { Escalation, LateCase } from './store/operations/late.ts'
