/**
 * The person's profile, in the words of
 * https://dev.fitbit.com/build/reference/web-api/user/get-profile/
 * Lengths and weights are in the asked unit system; `timezone` is an IANA name.
 */
export interface Profile {
  user: {
    encodedId?: string;
    displayName?: string;
    fullName?: string;
    age?: number;
    gender?: string;
    dateOfBirth?: string;
    height?: number;
    weight?: number;
    memberSince?: string;
    timezone?: string;
    offsetFromUTCMillis?: number;
    strideLengthWalking?: number;
    strideLengthRunning?: number;
    distanceUnit?: string;
    heightUnit?: string;
    weightUnit?: string;
    waterUnit?: string;
    [field: string]: unknown;
  };
}

/** What can be changed of a profile. Lengths are in the unit system of the call. */
export interface ProfileChanges {
  fullName?: string;
  aboutMe?: string;
  gender?: string;
  birthday?: string;
  height?: number;
  strideLengthWalking?: number;
  strideLengthRunning?: number;
  timezone?: string;
  country?: string;
  state?: string;
  city?: string;
  locale?: string;
  foodsLocale?: string;
  clockTimeDisplayFormat?: string;
  startDayOfWeek?: string;
  heightUnit?: string;
  weightUnit?: string;
  waterUnit?: string;
  glucoseUnit?: string;
}
