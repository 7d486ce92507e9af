import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { store } from './store'
import { Layout } from './routes/Layout'
import { FriendsPage } from './routes/Friends'
import { ProfilePage, profileLoader } from './routes/Profile'
import { RouteError } from './routes/RouteError'

const router = createBrowserRouter([
  {
    path: '/',
    element: <Layout />,
    errorElement: <RouteError />,
    children: [
      { index: true, element: <FriendsPage /> },
      { path: 'profile', element: <ProfilePage />, loader: profileLoader, errorElement: <RouteError /> },
    ],
  },
])

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Provider store={store}>
      <RouterProvider router={router} />
    </Provider>
  </StrictMode>,
)
