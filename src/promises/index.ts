export { type Announcement, addHoliday, type HolidayRefusal } from './actions/add-holiday.ts'
export { endPromise } from './actions/end-promise.ts'
export { calendarHistory, latestCalendarChanges, listCalendars } from './actions/list-calendars.ts'
export { type KeptRung, type LadderChange, ladderChanges, listLadder } from './actions/list-ladder.ts'
export { listPromises, promiseHistory } from './actions/list-promises.ts'
export { calendarAt, loadPromiseBook } from './actions/load-promise-book.ts'
export {
  type Author,
  type CalendarChange,
  type CalendarSaveRefusal,
  saveCalendar,
} from './actions/save-calendar.ts'
export { type RungChange, type SaveRungRefusal, saveRung } from './actions/save-rung.ts'
export { type NewPromise, type PromiseRefusal, setPromise } from './actions/set-promise.ts'
export type { Calendar, CalendarData, Holiday, Names, Shift, Week, Weekday } from './model/calendar.ts'
export type { CalendarContent, HolidayContent } from './model/calendar-content.ts'
export { calendar } from './model/day.ts'
export { dueAt, endOfDayAfter, hoursDue } from './model/due.ts'
export { shift, sundayToThursday, weekdays } from './model/examples.ts'
export { type ExplainedDay, type Explanation, explain } from './model/explain.ts'
export {
  type Allowance,
  INNER_CLOCKS,
  type InnerClock,
  type InnerClocks,
  innerDue,
} from './model/inner-clocks.ts'
export {
  CLIMBING,
  type Climbing,
  type NextRung,
  nextRung,
  type Rung,
  type RunningClock,
  reachedAt,
} from './model/ladder.ts'
export { workingDayAfter, workingDayBefore } from './model/near-days.ts'
export { type RungRefusal, readRung, TELLABLE, type WrittenRung } from './model/new-rung.ts'
export { type CalendarRefusal, parseCalendar, type WrittenCalendar } from './model/parse-calendar.ts'
export {
  type PromiseQuestion,
  type PromiseRule,
  promiseFor,
  type RequestType,
  unwrittenPromise,
} from './model/promise.ts'
export { type PromiseBook, promiseBook } from './model/promise-book.ts'
export {
  addWorkingTime,
  dueAfterPause,
  workingDaysLate,
  workingDaysLeft,
  workingTimeBetween,
} from './model/working-time.ts'
export type { CalendarSummary, CalendarVersion } from './store/calendars.ts'
export type { PastPromise, PromiseInForce } from './store/promises.ts'
