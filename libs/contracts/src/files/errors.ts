import { defineErrors } from '../kernel/errors.ts';

const otherPicture = { en: 'Choose another picture: PNG, JPEG, WebP, GIF or AVIF.', da: 'Vælg et andet billede: PNG, JPEG, WebP, GIF eller AVIF.' };

export const filesErrors = defineErrors({
  file_too_large: {
    status: 413,
    title: { en: 'This file is too large.', da: 'Filen er for stor.' },
    mend: { en: 'Send at most {maxMb} MB; most programs can save a picture smaller.', da: 'Send højst {maxMb} MB; de fleste programmer kan gemme et billede mindre.' },
  },
  file_quota_exceeded: {
    status: 409,
    title: { en: 'Your space for files is full: {usedMb} of {quotaMb} MB are in use.', da: 'Din plads til filer er brugt op: {usedMb} af {quotaMb} MB er i brug.' },
    mend: { en: 'Delete files that you no longer need, then try again.', da: 'Slet filer, du ikke længere har brug for, og prøv igen.' },
  },
  upload_gap: {
    status: 409,
    title: { en: 'A part of the file is missing before this one.', da: 'Der mangler en del af filen før denne.' },
    mend: { en: 'Go on from byte {offset}.', da: 'Fortsæt fra byte {offset}.' },
  },
  upload_overrun: {
    status: 422,
    title: { en: 'This is more than the {byteLength} bytes that were announced.', da: 'Det er mere end de {byteLength} byte, der var varslet.' },
    mend: { en: 'Start a new upload with the right length.', da: 'Begynd en ny upload med den rigtige længde.' },
  },
  upload_incomplete: {
    status: 409,
    title: { en: 'Only {offset} of {byteLength} bytes have arrived.', da: 'Kun {offset} af {byteLength} byte er nået frem.' },
    mend: { en: 'Send the rest, then complete it again.', da: 'Send resten, og afslut så igen.' },
  },
  upload_closed: {
    status: 409,
    title: { en: 'This upload takes nothing more.', da: 'Denne upload tager ikke imod mere.' },
    mend: { en: 'Start a new one.', da: 'Begynd en ny.' },
  },
  file_checksum_wrong: {
    status: 422,
    title: { en: 'The file was damaged on its way: its checksum differs.', da: 'Filen blev beskadiget undervejs: kontrolsummen er en anden.' },
    mend: { en: 'Start the upload again.', da: 'Begynd uploaden forfra.' },
  },
  file_type_refused: {
    status: 422,
    title: { en: 'This is a file of the kind {kind}, which is not accepted.', da: 'Det er en fil af typen {kind}, som ikke modtages.' },
    mend: otherPicture,
  },
  file_type_unknown: {
    status: 422,
    title: { en: 'This is no picture that we know.', da: 'Det er ikke et billede, vi kender.' },
    mend: otherPicture,
  },
  file_two_kinds: {
    status: 422,
    title: { en: 'Something else is hidden in this picture: {kind}.', da: 'Der er gemt noget andet i billedet: {kind}.' },
    mend: { en: 'Save the picture anew in a picture program and send that copy.', da: 'Gem billedet på ny i et billedprogram, og send den kopi.' },
  },
  picture_damaged: {
    status: 422,
    title: { en: 'The picture is damaged or cut short.', da: 'Billedet er beskadiget eller skåret af.' },
    mend: { en: 'Open it on your device, save it again and send that copy.', da: 'Åbn det på din enhed, gem det igen, og send den kopi.' },
  },
  picture_too_large: {
    status: 422,
    title: { en: 'The picture has too many pixels.', da: 'Billedet har for mange pixels.' },
    mend: { en: 'Make it at most {maxMegapixels} megapixels, and no side longer than {maxSide} pixels.', da: 'Gør det højst {maxMegapixels} megapixels, og ingen side længere end {maxSide} pixels.' },
  },
  picture_too_slow: {
    status: 422,
    title: { en: 'The picture takes too long to read.', da: 'Billedet tager for lang tid at læse.' },
    mend: { en: 'Save it smaller or in another format and try again.', da: 'Gem det mindre eller i et andet format, og prøv igen.' },
  },
  file_gone: {
    status: 410,
    title: { en: 'This file is no longer here.', da: 'Filen er her ikke længere.' },
    mend: { en: 'It was deleted or never completed; choose or send another one.', da: 'Den er slettet eller blev aldrig færdig; vælg eller send en anden.' },
  },
  file_not_yours: {
    status: 403,
    title: { en: 'This file belongs to someone else.', da: 'Filen tilhører en anden.' },
    mend: { en: 'Send your own copy of it.', da: 'Send din egen kopi af den.' },
  },
  file_not_ready: {
    status: 409,
    title: { en: 'This file is not complete yet.', da: 'Filen er ikke færdig endnu.' },
    mend: { en: 'Complete its upload first.', da: 'Afslut først uploaden af den.' },
  },
  file_purpose_wrong: {
    status: 409,
    title: { en: 'This file was sent for another purpose.', da: 'Filen er sendt til et andet formål.' },
    mend: { en: 'Send it again for this one.', da: 'Send den igen til dette.' },
  },
});
