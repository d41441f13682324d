import { absent, type Difference } from "../difference";

/** What Google Health does not have of these records. */
export const userDifferences = {
  profile: [
    absent("names and the text about oneself", [
      "aboutMe", "displayName", "displayNameSetting", "firstName", "fullName", "lastName",
    ]),
    absent("gender and birth date", ["gender", "dateOfBirth"]),
    absent("pictures", ["avatar", "avatar150", "avatar640"]),
    absent("place", ["city", "country", "state"]),
    absent("badges", ["topBadges"]),
    absent("average daily steps", ["averageDailySteps"]),
    absent("settings of the Fitbit app", [
      "ambassador", "challengesBeta", "clockTimeDisplayFormat", "corporate", "corporateAdmin",
      "features", "isBugReportEnabled", "isChild", "isCoach", "legalTermsAcceptRequired",
      "mfaEnabled", "sdkDeveloper", "sleepTracking", "startDayOfWeek", "visibleUser",
    ]),
  ],
  profileChanges: [
    absent("every other field of the profile", [
      "aboutMe", "birthday", "city", "clockTimeDisplayFormat", "country", "foodsLocale",
      "fullName", "gender", "locale", "startDayOfWeek", "state", "timezone",
    ], "The API changes strides, height and unit settings alone."),
  ],
} satisfies Record<string, readonly Difference[]>;
