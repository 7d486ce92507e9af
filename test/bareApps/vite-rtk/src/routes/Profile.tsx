import { useLoaderData } from 'react-router'

export async function profileLoader() {
  const response = await fetch('/app/api/profile')
  if (!response.ok) throw response
  return (await response.json()) as { nickname: string }
}

export function ProfilePage() {
  const profile = useLoaderData<typeof profileLoader>()
  return <h1>{profile.nickname}</h1>
}
