/** Tells phone numbers from other digits by the numbering plans of the world. */
import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/min';

/** Countries whose numbers are recognised by their digits alone. */
const NEAR_COUNTRIES: readonly CountryCode[] = ['US', 'MX'];
/** Where people in this story come from: their short numbers are only taken where the text calls them phone numbers. */
const HOME_COUNTRIES = 'GT SV HN NI CU VE EC CO BR HT CR PA PE DO'.split(' ') as CountryCode[];
/** A local number without its area code, in digits; only taken where the text calls it a phone number. */
const LOCAL_LENGTH = 7;

/**
 * True when `candidate` holds a number that can be dialled: with a country code anywhere, without one in the
 * countries of this story. Words around the digits ("cel:", "my number is") show that a short one is meant.
 */
export function isPhoneNumber(candidate: string): boolean {
  const number = candidate.slice(candidate.search(/[+(\d]/));
  const digits = number.replace(/\D/g, '');
  if (number.startsWith('+') || digits.startsWith('00')) {
    // Mexico dropped the 1 after its country code in 2019; people's address books haven't.
    const international = `+${digits.replace(/^00/, '').replace(/^521(?=\d{10}$)/, '52')}`;
    return parsePhoneNumber(international)?.isPossible() ?? false;
  }
  const isNamed = number !== candidate;
  if (isNamed && digits.length === LOCAL_LENGTH) return true;
  return (isNamed ? [...NEAR_COUNTRIES, ...HOME_COUNTRIES] : NEAR_COUNTRIES).some(
    (country) => parsePhoneNumber(number, country)?.isValid() ?? false,
  );
}
