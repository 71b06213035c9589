using Unisson.Bot.Tests.Crash;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <inheritdoc cref="KillTests"/>
public sealed class DiscordKillTests : KillStory
{
    [Fact]
    public async Task On_Discord_each_stored_command_is_answered_once_and_each_card_comes_once()
        => await SoundAsync((folder, kills) => new DiscordKills(folder, Random).RunAsync(kills), 15);
}
