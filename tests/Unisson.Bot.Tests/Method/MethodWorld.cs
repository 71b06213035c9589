using Unisson.Bot.Tests.Harness;

namespace Unisson.Bot.Tests.Method;

/// <summary>A mission of Claire's that leans on coworking; Me guarantees missions here, Bob is about to provide it.</summary>
internal static class MethodWorld
{
    public static async Task<TestBot> OpenedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("me> /common add coworking licence:CC-BY-SA", "bob> /help", "ana> /help", "claire> /mission open Study kind:consulting commons:coworking");
        return bot;
    }

    /// <summary>Everything that a start needs, by the fewest lines.</summary>
    public static readonly string[] Frame =
    [
        "me> /mission join M1 guarantor",
        "claire> /mission assign M1 claire coordinator scope:\"organise, write\"", "me> /mission assign M1 claire coordinator",
        "me> /mission assign M1 me guarantor scope:\"watch over the method\"", "claire> /mission assign M1 me guarantor",
        "claire> /mission assign M1 bob provider scope:\"the study\" hours:40h terms:paid how:invoice", "bob> /mission accept M1 provider",
        "bob> /contract accept M1", "me> /contract accept M1",
        "claire> /mission pledge M1 coworking \"a how-to\" amount:10h",
    ];

    public static async Task<TestBot> FramedAsync()
    {
        var bot = await OpenedAsync();
        await bot.DoAsync(Frame);
        return bot;
    }

    public static async Task<TestBot> DeliveredAsync()
    {
        var bot = await FramedAsync();
        await bot.DoAsync("claire> /mission status M1 running", "claire> /mission status M1 delivered");
        return bot;
    }
}
