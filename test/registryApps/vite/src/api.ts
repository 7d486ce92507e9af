import { fetch } from './tencent/fetch'

export interface Friends {
  friends: { nickname: string }[]
}

export async function getFriends(): Promise<Friends> {
  const response = await fetch('/app/api/friends')
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return response.json()
}
