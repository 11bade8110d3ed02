import { bytes, keyFingerprint, utf8 } from '#sealing'
import { words } from '#words'
import type { PageLocale } from './settings.ts'

/** For those without script: one file that was encrypted before it came here. */
export function AgeUpload({ locale, age }: { locale: PageLocale; age?: string }) {
  const { file } = words(locale).sealed.landing
  if (!age) return <p>{file.none}</p>
  return (
    <>
      <p>{file.lead('age')}</p>
      <dl class="facts">
        <div>
          <dt>{file.key}</dt>
          <dd>
            <bdi class="fingerprint">{age}</bdi>
          </dd>
        </div>
        <div>
          <dt>{file.fingerprint}</dt>
          <dd>
            <bdi class="fingerprint">{keyFingerprint(bytes(utf8(age)))}</bdi>
          </dd>
        </div>
      </dl>
      <p>
        <bdi class="fingerprint">age -r {age} -o report.age report.txt</bdi>
      </p>
      <form class="upload" method="post" action={`/sealed/age?lang=${locale}`} encType="multipart/form-data">
        <div class="field">
          <label class="label" for="age-file">
            {file.choose}
          </label>
          <input class="input file" type="file" id="age-file" name="file" required />
        </div>
        <button class="button quiet" type="submit">
          {file.send}
        </button>
      </form>
    </>
  )
}

/** After an upload: it arrived, or nothing of it was kept. */
export function AgeAnswer({ locale, received }: { locale: PageLocale; received: boolean }) {
  const { file } = words(locale).sealed.landing
  return (
    <>
      <h1>{received ? file.taken : file.refused}</h1>
      <p>{received ? file.takenText : file.refusedText}</p>
      <p>
        <a href={`/sealed/${locale}/`}>{file.return}</a>
      </p>
    </>
  )
}
