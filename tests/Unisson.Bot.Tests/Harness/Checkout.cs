namespace Unisson.Bot.Tests.Harness;

/// <summary>The folder of this checkout, for tests that read the project's own files.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>
    /// The program where its own build put it: beside the tests it would miss what their web server brings along.
    /// </summary>
    public static string Program { get; } = Path.Combine(Folder, "src/Unisson.Bot", AppContext.BaseDirectory[(AppContext.BaseDirectory.IndexOf("/bin/", Folder.Length, StringComparison.Ordinal) + 1)..], "Unisson.Bot.dll");

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "Unisson.Bot.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests stand outside their checkout."));
}
