import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react'

export interface Friend { nickname: string }

export const api = createApi({
  reducerPath: 'api',
  baseQuery: fetchBaseQuery({ baseUrl: '/app/api' }),
  tagTypes: ['Friends'],
  endpoints: (build) => ({
    friends: build.query<{ friends: Friend[] }, void>({ query: () => '/friends', providesTags: ['Friends'] }),
    profile: build.query<{ nickname: string }, void>({ query: () => '/profile' }),
    addFriend: build.mutation<unknown, string>({
      query: (nickname) => ({ url: '/friends', method: 'POST', body: { nickname } }),
      invalidatesTags: ['Friends'],
    }),
  }),
})

export const { useFriendsQuery, useProfileQuery, useAddFriendMutation } = api
