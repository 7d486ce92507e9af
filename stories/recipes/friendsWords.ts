import type { Locale } from "../../src/core.js";

/** The demo app's own words. */
export interface FriendsWords {
  readonly title: string;
  readonly titleOf: (name: string) => string;
  readonly reload: string;
  readonly loading: string;
  readonly newFriend: string;
  readonly add: string;
  readonly saving: string;
  readonly saved: string;
}

const english: FriendsWords = {
  title: "Friends",
  titleOf: (name) => `Friends of ${name}`,
  reload: "Reload",
  loading: "Loading",
  newFriend: "New friend",
  add: "Add",
  saving: "Saving",
  saved: "Saved",
};

const chinese: FriendsWords = {
  title: "好友",
  titleOf: (name) => `${name}的好友`,
  reload: "刷新",
  loading: "正在加载",
  newFriend: "新朋友",
  add: "添加",
  saving: "正在保存",
  saved: "已保存",
};

/** Chinese for Chinese, English for all others: the app is an example, the kit's own words are in sixteen languages. */
export const friendsWords = ({ tag }: Locale): FriendsWords => (tag.startsWith("zh") ? chinese : english);
