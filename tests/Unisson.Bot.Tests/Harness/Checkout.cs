namespace Unisson.Bot.Tests.Harness;

/// <summary>The folder of this checkout, for tests that read the project's own files.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "Unisson.Bot.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests stand outside their checkout."));
}
