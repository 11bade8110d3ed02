/**
 * The look of Sawt. How to write a page:
 *
 *     export const followPage = (c: Context<PageEnv>) => {
 *       const { resident } = words(c.var.page.reader.locale)      // your own section of the catalogue
 *       return html(c, (
 *         <ResidentPage title={resident.follow.title} back={`/${locale}`} wrong={errors.length > 0}>
 *           <ErrorSummary errors={errors} />
 *           <Heading title={resident.follow.title} />
 *           <Form>                                                // POSTs to this page, carries the token
 *             <TextField name="reference" label={…} error={…} dir="ltr" inputMode="numeric" />
 *             <Button>{common.acts.continue}</Button>
 *           </Form>
 *         </ResidentPage>
 *       ), 422)
 *     }
 *
 * `html` (src/web/html.ts) draws it within `c.var.page`, so components know the reader's language and need not be
 * told. A page that asks one question lets the field be its heading (`heading`). Texts come from the catalogue;
 * what people wrote goes through `Quote` or an element with `dir="auto"`; numbers of cases through `Reference`;
 * dates through `Time`. No style attribute, no script, one `main` button a page. `/preview` shows everything.
 */
export { Bar, type BarProps } from './case/bar.tsx'
export { type CaseClock, Clocks } from './case/clocks.tsx'
export { Confirmation, type ConfirmationProps } from './case/confirmation.tsx'
export { PromiseHero, type PromiseHeroProps } from './case/promise-hero.tsx'
export { Reference, type ReferenceProps } from './case/reference.tsx'
export type { PromiseState } from './case/state.ts'
export {
  type CaseStage,
  type CaseType,
  DueChip,
  type DueChipProps,
  StageTag,
  Tag,
  type TagProps,
  TypeTag,
  typeIcon,
} from './case/tags.tsx'
export { Timeline, type TimelineItem } from './case/timeline.tsx'
export { type BarLine, Bars, type BarsProps } from './charts/bars.tsx'
export { ChartFrame, type ChartFrameProps, Nothing, PlainTable } from './charts/figure.tsx'
export { Lines, type LinesProps, type Series } from './charts/lines.tsx'
export { type Region, Regions, type RegionsProps, type RegionValue } from './charts/regions.tsx'
export { Details, type DetailsProps } from './details.tsx'
export type { Examples, Say } from './example.ts'
export { SHARED, STAFF_ONLY } from './examples.ts'
export { Actions, Button, type ButtonProps, LinkButton } from './forms/button.tsx'
export type { Choice } from './forms/choice.tsx'
export {
  Checkbox,
  Checkboxes,
  type CheckboxesProps,
  type CheckboxProps,
  Radios,
  type RadiosProps,
} from './forms/choices.tsx'
export { ErrorSummary, type ErrorSummaryProps } from './forms/error-summary.tsx'
export { Field, FieldGroup, type FieldProps } from './forms/field.tsx'
export { FileField, type FileFieldProps } from './forms/file-field.tsx'
export { Form, type FormProps } from './forms/form.tsx'
export { PlaceFields, type PlaceFieldsProps } from './forms/place-fields.tsx'
export { Scale, type ScaleProps } from './forms/scale.tsx'
export { type Option, Select, type SelectProps } from './forms/select.tsx'
export { TextArea, type TextAreaProps } from './forms/text-area.tsx'
export { TextField, type TextFieldProps } from './forms/text-field.tsx'
export { Icon, type IconName, type IconProps } from './icon.tsx'
export { Heading, Progress, Quote, Section } from './layout/blocks.tsx'
export { Document, type DocumentProps } from './layout/document.tsx'
export {
  Back,
  OtherLanguage,
  type PageLink,
  ResidentPage,
  type ResidentPageProps,
} from './layout/resident-page.tsx'
export { type StaffLink, StaffPage, type StaffPageProps } from './layout/staff-page.tsx'
export { Wordmark } from './layout/wordmark.tsx'
export { type CardLink, CardLinks, EmptyState, Facts, SummaryList, type SummaryRow } from './lists.tsx'
export { Notice, type NoticeProps } from './notice.tsx'
export { type Page, PageProvider, useLink, usePage, useReader, useWords } from './page.tsx'
export { Columns, type ColumnsProps, type Figure, Figures } from './staff/blocks.tsx'
export {
  Filters,
  type FiltersProps,
  Pagination,
  type PaginationProps,
  type Tab,
  Tabs,
} from './staff/browse.tsx'
export { StepForm, type StepFormProps } from './staff/step-form.tsx'
export { type Column, Table, type TableProps } from './staff/table.tsx'
export { Time, type TimeProps } from './time.tsx'
