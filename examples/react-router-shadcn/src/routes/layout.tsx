import { useState } from "react";
import { NavLink, Outlet } from "react-router-dom";
import { Button } from "@/components/ui/button";
import { useSession } from "@/lib/session";
import { cn } from "@/lib/utils";

export function Layout() {
  const me = useSession((state) => state.me);
  return (
    <div className="min-h-screen">
      <header className="border-b">
        <nav className="container flex h-14 items-center gap-6 text-sm">
          <span className="font-semibold">小圈</span>
          <Tab to="/">好友</Tab>
          <Tab to="/profile">我的资料</Tab>
          <span className="ml-auto text-muted-foreground">{me?.nickname}</span>
          <NightSwitch />
        </nav>
      </header>
      <main className="container max-w-3xl py-8">
        <Outlet />
      </main>
    </div>
  );
}

function Tab({ to, children }: { to: string; children: string }) {
  return (
    <NavLink to={to} className={({ isActive }) => cn("hover:text-foreground", !isActive && "text-muted-foreground")}>
      {children}
    </NavLink>
  );
}

function NightSwitch() {
  const [isNight, setNight] = useState(false);
  const toggle = () => {
    document.documentElement.classList.toggle("dark", !isNight);
    setNight(!isNight);
  };
  return (
    <Button variant="ghost" size="sm" onClick={toggle}>
      {isNight ? "日间" : "夜间"}
    </Button>
  );
}
