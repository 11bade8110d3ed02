import type { forms as reference } from '../ar/forms.ts'
import { plural } from '../plural.ts'

export const forms: typeof reference = {
  refusals: {
    'form-broken': 'The form did not arrive whole. Check your connection and send it again.',
    'form-too-large': 'This is more than we can take. Shorten the text or send fewer files.',
    'form-type-unknown': 'We do not understand what was sent. Open the page and send it from there.',
    'form-expired':
      'The page was open for more than a day. What you wrote is still here: check it and send it again.',
    'form-not-ours': 'We could not make sure that you sent this. Open the page and send it from there.',
    'form-cookie-missing':
      'Your browser did not send the cookie by which we know your form. Allow cookies for this site and send it again.',

    'has-control-characters':
      'The text has invisible characters that cannot be kept. We removed them: check the text and send it again.',
    'not-well-formed': 'Some letters of the text did not arrive intact. Correct them and send it again.',
    'text-too-long':
      'The text is longer than we can keep. Its beginning is still here: shorten it and send it again.',

    'file-type-not-allowed':
      'We do not take files of this type. Send a picture, a document, a recording or a video in a common format.',
    'file-too-large': (megabytes) =>
      `The file is larger than ${megabytes} MB. Send a smaller copy, or a photo instead of a video.`,
    'image-too-large': (megapixels) =>
      `The picture has more than ${megapixels} million pixels. Make it smaller and send it again.`,
    'file-empty': 'The file is empty. Choose another.',
    'file-broken': 'The file did not arrive intact. Try to open it yourself, then send it again.',
    'file-infected': (found) =>
      `The file has a harmful program in it (${found}), so we did not keep it. Have your device checked.`,
    'scanner-unavailable':
      'We cannot check files now, so we did not keep it. Send your case and add the file to it later.',
    'storage-full': 'We cannot keep files now. Send your case and add the file to it later.',
    'files-not-wanted': 'Files are not sent from here.',
    'too-many-files': (limit) =>
      plural('en', limit, {
        zero: 'No files can be added here.',
        one: 'Only one file can be added; we did not keep the others.',
        other: `At most ${limit} files can be added; we did not keep the others.`,
      }),
  },
  ofFile: (name, refusal) => `‘${name}’: ${refusal}`,
}
