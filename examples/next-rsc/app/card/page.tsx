import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ask, type Profile } from "../../lib/platform";

/** Has no data layer: what fails here is caught by `error.tsx`. */
export default async function Page() {
  if (!(await cookies()).has("te_session")) redirect("/");
  const { nickname, gender } = await ask<Profile>("/app/api/profile");
  return (
    <section className="card">
      <h1>Card</h1>
      <p>
        {nickname}, {gender}
      </p>
    </section>
  );
}
