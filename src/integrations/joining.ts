/** Whether `joinNotifications` is at work: then all that a page shows of a storm changes in one commit. */
export const joining = { isOn: false };
