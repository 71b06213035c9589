using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A private conversation begins once, at the person's own gesture.</summary>
public sealed class ConsentTests
{
    [Fact]
    public async Task Two_gestures_at_once_begin_one_conversation_with_one_first_message()
    {
        const string Open = "POST /users/@me/channels";
        await using var village = await Village.StartAsync(new FlowingTime());
        await village.Claire.Slash("rappel ajouter", ("quand", "demain 9h"), ("quoi", "la fiche"));
        await village.Discord.UntilAsync(() => village.Claire.Dms.Count == 1, "the first message of another conversation");
        var may = new TaskCompletionSource();
        village.Discord.Faults.Hold(may.Task, 2, Open);

        await village.Bob.Slash("dispo régler", ("demandes", 2), ("heures", "8"));
        await village.Bob.Slash("rappel ajouter", ("quand", "demain 9h"), ("quoi", "le pain"));
        await village.Discord.UntilAsync(() => village.Discord.Faults.Pending == 0, "both wishes");
        may.SetResult();
        await village.Discord.UntilAsync(() => village.Discord.Requests.Count(r => r.Route == Open) == 3 && village.Bob.Dms.Count > 0, "the conversation");
        await village.SettledAsync();
        await village.World.SentAsync();

        Assert.Single(village.Bob.Dms);
    }
}
