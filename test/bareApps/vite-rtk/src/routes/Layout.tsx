import { Link, Outlet } from 'react-router'

export function Layout() {
  return (
    <main>
      <nav><Link to="/">Friends</Link> <Link to="/profile">Profile</Link></nav>
      <Outlet />
    </main>
  )
}
