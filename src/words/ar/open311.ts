/** Open311: what other programs show to those who report through them. */
export const open311 = {
  type: 'نوع الطلب',
  remedy: 'ما الذي تتمنى أن يحدث؟',
  notice: (pin: string, day: string) =>
    `احفظ الرقم والرمز السري ${pin} لتتابع طلبك. يصلك الجواب في موعد أقصاه ${day}.`,
}
