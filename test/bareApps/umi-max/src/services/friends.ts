import { request } from '@umijs/max';

export async function queryFriends() {
  const answer = await request<{ friends: { nickname: string }[] }>('/app/api/friends', { method: 'GET' });
  return { data: answer.friends };
}
