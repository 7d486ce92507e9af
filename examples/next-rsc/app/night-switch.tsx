"use client";
import { useState } from "react";

export function NightSwitch() {
  const [isNight, setNight] = useState(false);
  const toggle = () => {
    const { dataset } = document.documentElement;
    // the app's own switch, and the kit's
    dataset["theme"] = dataset["teScheme"] = isNight ? "light" : "dark";
    setNight(!isNight);
  };
  return (
    <button className="quiet" onClick={toggle}>
      {isNight ? "Day" : "Night"}
    </button>
  );
}
