export { type Dashboard, dashboard, type FigureTools, type Line } from './actions/dashboard/dashboard.ts'
export { acknowledgeSurge } from './actions/forecasts/acknowledge.ts'
export { forecast } from './actions/forecasts/forecast.ts'
export { watchSurges } from './actions/forecasts/watch-surges.ts'
export { type Indicators, indicators } from './actions/indicators/indicators.ts'
export {
  type Published,
  type PublishedLine,
  publishedFigures,
  publishedPeriods,
} from './actions/open-data/publish.ts'
export { sendReports } from './actions/reports/send-reports.ts'
export { rollUpKeeper } from './actions/roll-ups/keep-roll-ups.ts'
export { rebuildRollUps } from './actions/roll-ups/rebuild.ts'
export { type Balance, type Reconciled, reconcile } from './actions/roll-ups/reconcile.ts'
export { before as periodBefore, type Period, parsePeriod, periodOf } from './model/dashboard/period.ts'
export { type DashboardQuery, VIEWS_BY, type ViewBy } from './model/dashboard/query.ts'
export { SEES_FIGURES, seesFigures } from './model/dashboard/scope.ts'
export type { Indicator, Measured, Unit } from './model/indicators/indicator.ts'
export { INDICATORS, indicator } from './model/indicators/list.ts'
export { FACETS } from './model/indicators/query.ts'
export { COUNTED, type DataColumn, MEDIAN, TABLES, type TableName } from './model/open-data/columns.ts'
export { current as currentSurges, type Surge } from './store/forecasts/surges.ts'
