using Unisson.Bot.Tests.Crash;
using Unisson.Matrix.Homeservers;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <inheritdoc cref="KillTests"/>
public sealed class MatrixKillTests(SharedHomeserver shared) : KillStory
{
    [Fact]
    public async Task On_Matrix_each_line_that_was_said_is_done_once_and_answered_once_and_each_card_comes_once()
    {
        var homeserver = await shared.StartedAsync();
        await SoundAsync((folder, kills) => new MatrixKills(homeserver, folder, Random).RunAsync(kills), 10);
    }
}
