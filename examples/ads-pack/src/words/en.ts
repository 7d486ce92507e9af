import type { PackLanguage } from "tencent-error-kit/core";

/** What the kinds' words don't say already. */
const words: PackLanguage = {
  user: {
    MINUTE_LIMIT_REACHED: { description: "The limit of this minute is reached. Wait a minute, then go on." },
    DAY_LIMIT_REACHED: { description: "Today's limit is reached. It is open again tomorrow." },
  },
  developer: {
    BUSY: { description: "The platform can't process the request right now." },
    TOKEN_EXPIRED: { description: "Get a new access_token by the refresh_token at oauth/token." },
    TOKEN_INVALID: { description: "The access_token is not known: authorise anew." },
    TOKEN_MALFORMED: { description: "The access_token is not written as one." },
    TOKEN_MISSING: { description: "The request has no access_token." },
    CLIENT_ID_INVALID: { description: "The app of this access_token is not known." },
    APP_LIMIT_REACHED: { description: "The app has used up its requests for now." },
    CODE_EXPIRED: { description: "The authorization code is too old: authorise anew." },
    REFRESH_TOKEN_MALFORMED: { description: "The refresh_token is not written as one." },
    CODE_MALFORMED: { description: "The authorization code is not written as one." },
    REFRESH_TOKEN_EXPIRED: { description: "The refresh_token is too old: authorise anew." },
    CODE_USED: { description: "An authorization code is good for one use." },
    API_NOT_GRANTED: { description: "Turn the permission on for the app, then authorise anew." },
    SECOND_LIMIT_REACHED: { description: "The app's limit of a second is reached." },
    MINUTE_LIMIT_REACHED: {
      description: "The app's limit of a minute is reached. The console says how many are allowed.",
    },
    DAY_LIMIT_REACHED: { description: "The app's limit of a day is reached. A ticket may raise it." },
    TOO_FREQUENT: { description: "This developer or account sends too often." },
    TEST_TOKEN_INVALID: { description: "The token of the load test is not known." },
    PARAMETER_MISSING: { description: "A parameter of every request is missing." },
    PARAMETER_NOT_PERMITTED: {
      description: "The account is not on the list for this parameter. `errors` of the answer names it.",
    },
  },
};
export default words;
