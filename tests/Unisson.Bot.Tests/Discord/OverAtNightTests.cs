using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Who was asked and is not needed any more learns it at once, by a change of the ask that rings nobody (rule 7).</summary>
public sealed class OverAtNightTests
{
    [Fact]
    public async Task An_ask_that_is_over_in_somebodys_night_says_so_when_they_look()
    {
        await using var v = await Village.StartAsync();
        var gil = v.Discord.AddUser("gil").In(v.Guild).At(v.Missions);
        foreach (var user in new[] { v.Bob, gil })
        {
            await user.Slash("expérience ajouter", ("commun", "coworking"), ("niveau", "J’y contribue"));
            await user.Slash("dispo régler", ("demandes", 2), ("heures", "8"), ("calme", "19h-8h"));
            await v.Discord.UntilAsync(() => user.Dms.Count == 1, "the first private message");
        }

        // Asked at 10:00; the call is over at 23:00.
        await v.Claire.Slash("mission ouvrir", ("titre", "Moulin"), ("communs", "coworking"));
        await v.Claire.Slash("commoners appeler", ("commun", "coworking"), ("mission", "M1"), ("heures", "2"), ("échéance", "demain 10h"), ("contrepartie", "Rémunération"), ("places", 2));
        await v.World.DueAsync();
        await v.Discord.UntilAsync(() => v.Bob.Dms.Count == 2 && gil.Dms.Count == 2, "both asks");
        await v.World.SentAsync();
        await v.World.PassAsync(TimeSpan.FromHours(13));
        await v.Claire.Slash("appel clore", ("appel", "C1"));
        await v.World.DueAsync();

        await v.Discord.UntilAsync(() => gil.Dms[^1].Text.Contains("est terminé, tu n’as plus rien à faire", StringComparison.Ordinal), "the change of the ask");
        Assert.Equal(2, gil.Dms.Count);
        Assert.Single(gil.Pings);
    }
}
