using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>Standing in one mission.</summary>
public static class Team
{
    /// <summary>Whether an answer may say what only the team knows: to one of it, where nobody else reads along.</summary>
    public static bool Hears(this Request r, Mission mission) => r.Caller.Channel is null && mission.HasInTeam(r.Caller.PersonId);

    /// <summary>For the team of the mission that an option names, and for guarantors who may see it. Left to the command where the option is missing.</summary>
    public static Allow Of(Option<string> mission) => new("team", async (r, ct) =>
    {
        if (!r.Caller.IsMember)
        {
            return new Refusal("standing.member");
        }

        if (!r.Given(mission, out var typed))
        {
            return null;
        }

        if ((await r.MissionAsync(typed, ct)).Refused(out var refusal, out var found))
        {
            return refusal;
        }

        return found.HasInTeam(r.Caller.PersonId) || (r.Caller.IsGuarantor && found.Visibility != Visibility.Private)
            ? null
            : new Refusal("standing.team", found.Title, found.Label);
    });
}
