import request from "./request";

export interface Friend {
  nickname: string;
}

export async function queryFriends(): Promise<Friend[]> {
  const answer: { friends: Friend[] } = await request.get("/friends");
  return answer.friends;
}
