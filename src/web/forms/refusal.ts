import type { No } from '#kernel'

export type FormRefusal =
  /** Cut short, or not what its headers say. */
  | 'form-broken'
  /** More text, fields or bytes than a form of ours can have. */
  | 'form-too-large'
  | 'form-type-unknown'
  /** Older than a day; shown again with a fresh token it can be sent. */
  | 'form-expired'
  /** Sent from elsewhere, or by another visitor. */
  | 'form-not-ours'
  | 'form-cookie-missing'

/** A form as a whole that is not taken. What was typed comes along where it may be shown again. */
export interface RefusedForm extends No<FormRefusal> {
  readonly typed: ReadonlyArray<readonly [name: string, value: string]>
}

export const FORM_STATUS = {
  'form-broken': 400,
  'form-too-large': 413,
  'form-type-unknown': 415,
  'form-expired': 403,
  'form-not-ours': 403,
  'form-cookie-missing': 403,
} as const satisfies Record<FormRefusal, number>
