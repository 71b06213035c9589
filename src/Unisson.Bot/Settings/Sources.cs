using Microsoft.Extensions.Configuration;

namespace Unisson.Bot.Settings;

/// <summary>Where settings come from, each stronger than the one before: the file beside the program, the environment, the command line.</summary>
public static class Sources
{
    /// <param name="file">The file of settings; need not exist.</param>
    /// <param name="overrides">Keys and values of the command line.</param>
    /// <param name="problem">Set when the file cannot be read.</param>
    public static IConfiguration Read(string file, IEnumerable<KeyValuePair<string, string?>> overrides, out string? problem)
    {
        problem = null;
        var strong = new ConfigurationBuilder().AddEnvironmentVariables("UNISSON_").AddInMemoryCollection(overrides);
        if (!File.Exists(file))
        {
            return strong.Build();
        }

        try
        {
            using var stream = File.OpenRead(file);
            var json = new ConfigurationBuilder().AddJsonStream(stream).Build();
            return new ConfigurationBuilder().AddConfiguration(json).AddEnvironmentVariables("UNISSON_").AddInMemoryCollection(overrides).Build();
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or System.Text.Json.JsonException or IOException or UnauthorizedAccessException)
        {
            problem = $"{file} cannot be read: {error.InnerException?.Message ?? error.Message} Mend it (appsettings.example.json shows the form), or move it away.";
            return strong.Build();
        }
    }
}
