using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>An answer that comes late is the same answer: in the person's language, with what mends the line.</summary>
public sealed class CatchingUpTests
{
    [Fact]
    public async Task The_button_that_completes_a_line_speaks_the_persons_language_in_private()
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);

        Lost(village);
        await village.Discord.UntilAsync(() => Mending(village).Count == 1, "the answer in private");

        Assert.Equal(["Compléter"], Mending(village));
    }

    [Fact]
    public async Task It_does_so_after_a_restart()
    {
        await using var village = await Village.StartAsync();
        Lost(village);
        await village.World.PutAsideAsync();

        await village.World.RestartAsync();
        await village.Discord.UntilAsync(() => Mending(village).Count == 1, "the answer by the interaction");

        Assert.Equal(["Compléter"], Mending(village));
    }

    [Fact]
    public async Task It_comes_with_the_next_command_too()
    {
        await using var village = await Village.StartAsync();
        Lost(village);
        await village.World.PutAsideAsync();

        await Village.Log(village.Bob, "pain").SeenAsync();
        await village.Discord.UntilAsync(() => Mending(village).Count == 1, "the answer of before");

        Assert.Equal(["Compléter"], Mending(village));
    }

    /// <summary>A line about a common that nobody knows, whose answer finds no way.</summary>
    private static void Lost(Village village)
    {
        village.Discord.Faults.Answer(404, 1, Village.Callback);
        village.Bob.SlashStart("contribution noter", ("commun", "inconnu"), ("combien", "1h"), ("quoi", "soupe"));
    }

    private static List<string> Mending(Village village)
        => [.. village.Bob.Ephemerals.Concat(village.Bob.Dms).SelectMany(m => m.Buttons).Where(b => b.CustomId!.StartsWith("fill:", StringComparison.Ordinal)).Select(b => b.Label!)];
}
