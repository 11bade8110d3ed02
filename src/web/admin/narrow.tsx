/** The name of a column beside its value on a phone, where rows are cards and no column has a head in sight. */
export const Narrow = ({ label }: { label: string }) => (
  <span class="narrow" aria-hidden="true">
    {label}:{' '}
  </span>
)
